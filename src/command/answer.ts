import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../architecture/nearest';
import { check } from './check';
import { CommandError, meant } from './command-error';
import { help } from './help';
import { run } from './run';
import { show } from './show';

const commands = new Map([
  ['run', run],
  ['check', check],
  ['show', show],
]);

/** What the arguments ask to be printed; rejects with CommandError where they are wrong. */
export async function answer([first, ...rest]: readonly string[]): Promise<string> {
  const isHelp = first === undefined || first === 'help';
  if (isHelp || first === '--help' || first === '-h' || rest.includes('--help')) return help;
  if (first === '--version') return version();
  const command = commands.get(first);
  if (command) return command(rest);
  const known = [...commands.keys(), '--help', '--version'];
  throw new CommandError([
    `there is no command ${first}${meant(nearest(first, known), `; there are ${known.join(', ')}`)}`,
  ]);
}

function version(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const file = join(folder, '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
