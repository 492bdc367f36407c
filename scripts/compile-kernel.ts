import { main } from 'assemblyscript/asc';

const entry = 'src/simulation/kernel/assembly/kernel.ts';

/** For speed, and without all that the kernel does not use: it works on the engine's memory and keeps nothing. */
const options = [
  '-O3',
  '--noAssert',
  ...['--runtime', 'stub'],
  '--importMemory',
  '--noExportMemory',
  ...['--initialMemory', '1'],
  // What cannot happen traps instead of calling back.
  ...['--use', 'abort='],
  '--noColors',
];

/** The kernel as a WebAssembly module. The same source gives the same bytes. */
export async function compileKernel(): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  const { error, stderr } = await main([entry, '--outFile', 'kernel.wasm', ...options], {
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') written.push(contents);
    },
  });
  const [module] = written;
  const complaints = String(stderr);
  // A warning is an error as well: what the compiler has to guess is a bug by tomorrow.
  if (error !== null || complaints !== '' || module === undefined) {
    throw new Error(`${entry} does not compile: ${error?.message ?? ''}\n${complaints}`);
  }
  return module;
}
