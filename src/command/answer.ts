import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../architecture/nearest';
import { check } from './check';
import { CommandError, meant } from './command-error';
import { help } from './help';
import { merge } from './merge';
import { run } from './run';
import { show } from './show';
import { sweep } from './sweep';
import { trace } from './trace';
import { verify } from './verify';

/** Gives all that is to be printed at once, or piece by piece as it is done. */
type Command = (args: readonly string[]) => Promise<string> | AsyncGenerator<string>;

const commands = new Map<string, Command>([
  ['run', run],
  ['check', check],
  ['show', show],
  ['trace', trace],
  ['sweep', sweep],
  ['merge', merge],
  ['verify', verify],
]);

/** All that the arguments ask to be printed; rejects with CommandError where they are wrong. */
export async function answer(args: readonly string[]): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of answers(args)) pieces.push(piece);
  return pieces.join('\n');
}

/** The same piece by piece, as it is done. */
export async function* answers([first, ...rest]: readonly string[]): AsyncGenerator<string> {
  const isHelp = first === undefined || first === 'help';
  if (isHelp || first === '--help' || first === '-h' || rest.includes('--help')) {
    yield help;
    return;
  }
  if (first === '--version') {
    yield version();
    return;
  }
  const command = commands.get(first);
  if (command) {
    const given = command(rest);
    if (given instanceof Promise) yield await given;
    else yield* given;
    return;
  }
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
