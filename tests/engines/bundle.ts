import { build } from 'vite';

/** The runs and the whole engine as one classic script, which any engine can read. */
export async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'tests/engines/entry.ts', formats: ['iife'], name: 'faultlineRuns' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('Vite built no bundle.');
  return output.output[0].code;
}
