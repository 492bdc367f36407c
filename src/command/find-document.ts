import { readFile } from 'node:fs/promises';
import { describeProblem } from '../architecture/describe-problem';
import type { ArchitectureDocument } from '../architecture/document';
import { nearest } from '../architecture/nearest';
import { readDocument } from '../architecture/read-document';
import { shop } from '../architecture/shop';
import { CommandError, meant } from './command-error';

/** The documents that come with the program, by name. */
const documents = new Map([[shop.id, shop]]);

export const documentNames: readonly string[] = [...documents.keys()];

/** The document of that name, else the one in that file, JSON or YAML, checked; throws CommandError. */
export async function findDocument(nameOrFile: string): Promise<ArchitectureDocument> {
  return documents.get(nameOrFile) ?? (await readDocumentFile(nameOrFile));
}

async function readDocumentFile(file: string): Promise<ArchitectureDocument> {
  const checked = await readDocument(await textOf(file));
  if (checked.ok) return checked.document;
  throw new CommandError(
    checked.problems.map((problem) => `${file}: ${describeProblem(problem, 'en')}`),
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError([`${file}: ${reasonOf(error, file)}`]);
  }
}

const reasons = new Map([
  ['EISDIR', 'this is a folder; name a file'],
  ['EACCES', 'the file cannot be read: no permission'],
  ['ENOTDIR', 'there is no such file'],
]);

function reasonOf(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code !== 'ENOENT') return reasons.get(code) ?? `the file cannot be read (${String(error)})`;
  const names = documentNames.join(', ');
  return `there is no such file${meant(nearest(file, documentNames), `, and no document of that name (there is ${names})`)}`;
}
