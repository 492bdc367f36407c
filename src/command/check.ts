import { CommandError } from './command-error';
import { findDocument } from './find-document';
import { readFlags } from './read-flags';

/** `check FILE…`: says what is in each file, or throws with every problem of every file. */
export async function check(args: readonly string[]): Promise<string> {
  const { positionals } = readFlags(args, {});
  if (positionals.length === 0) throw new CommandError(['check: name a file']);
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const nameOrFile of positionals) {
    try {
      const { modules, journeys, deployments } = (await findDocument(nameOrFile)).document;
      const ids = deployments.map(({ id }) => id).join(', ');
      const size = `modules: ${modules.length}, journeys: ${journeys.length}`;
      lines.push(`${nameOrFile}: ok (${size}, deployments: ${ids})`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      wrong.push(...error.lines);
    }
  }
  if (wrong.length > 0) throw new CommandError(wrong);
  return lines.join('\n');
}
