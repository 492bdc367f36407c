/**
 * The engine as the page runs it: built into one module, as `vite build` does
 * with the worker. Node could run its files one by one, but an engine of
 * JavaScript takes what another module exports, and what a `var` holds (which
 * Vite makes of constants in anything but a worker), for something that may
 * change, and looks every constant up anew.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const source = fileURLToPath(new URL('own-contestants.ts', import.meta.url));

async function buildContestants(): Promise<typeof import('./own-contestants')> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'faultline-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: source,
        outDir,
        minify: true,
        rolldownOptions: { output: { entryFileNames: 'contestants.mjs', topLevelVar: false } },
      },
    });
    return await import(pathToFileURL(path.join(outDir, 'contestants.mjs')).href);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

export const { bareLoop, coreContestant, fullEngine, simulationOf } = await buildContestants();
