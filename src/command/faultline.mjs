/** The command line: `npm run --silent faultline -- …`. */
import { buildModule } from './build-module.mjs';

// What goes wrong is told with the place in the source.
process.setSourceMapsEnabled(true);

await import(await buildModule(new URL('./main.ts', import.meta.url)));
