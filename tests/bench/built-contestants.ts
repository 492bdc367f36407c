/**
 * The engine as the page runs it: built into one module. Node could run its
 * files one by one, but an engine of JavaScript takes what another module
 * exports for something that may change, and reads every constant anew.
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
        rolldownOptions: { output: { entryFileNames: 'contestants.mjs' } },
      },
    });
    return await import(pathToFileURL(path.join(outDir, 'contestants.mjs')).href);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

export const { bareLoop, coreContestant, fullEngine, simulationOf } = await buildContestants();
