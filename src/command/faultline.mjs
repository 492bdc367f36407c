/** The command line: `npm run --silent faultline -- …`. */
import { constants } from 'node:os';
import { buildModule } from './build-module.mjs';

// What goes wrong is told with the place in the source.
process.setSourceMapsEnabled(true);

// Also whoever is stopped clears away.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

const { href } = await buildModule(new URL('./main.ts', import.meta.url));
await import(href);
