/** The engine as the page's worker and the command line have it: built into one module. */
import { buildModule } from '../../src/command/build-module.mjs';

const source = new URL('./own-contestants.ts', import.meta.url);
const { href, remove } = await buildModule(source);
const built: typeof import('./own-contestants') = await import(href);
remove();

export const { bareLoop, coreContestant, fullEngine, simulationOf } = built;
