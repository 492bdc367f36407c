import { writeDocument } from '../architecture/write-document';
import { CommandError } from './command-error';
import { findDocument } from './find-document';
import { readFlags } from './read-flags';

/** `show FILE-OR-NAME`: the document as YAML (or JSON), every default written out. */
export async function show(args: readonly string[]): Promise<string> {
  const flags = readFlags(args, { json: 'boolean' });
  const [nameOrFile, ...others] = flags.positionals;
  if (nameOrFile === undefined) throw new CommandError(['show: name a file or a document']);
  if (others.length > 0) {
    throw new CommandError([`show: one document at a time, not also ${others.join(', ')}`]);
  }
  const { document } = await findDocument(nameOrFile);
  if (flags.isGiven('json')) return JSON.stringify(document, null, 2);
  return (await writeDocument(document)).trimEnd();
}
