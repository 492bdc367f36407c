import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const timeoutMs = 300_000;

/** Everything that an engine on the command line says to the bundle, line by line. */
export async function runInShell(program: string, bundleFile: string): Promise<string[]> {
  const { stdout } = await execute(program, [bundleFile], {
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('\n').filter((line) => line !== '');
}
