import { readFile } from 'node:fs/promises';
import { describeProblem } from '../architecture/describe-problem';
import type { ArchitectureDocument } from '../architecture/document';
import { nearest } from '../architecture/nearest';
import { readDocument } from '../architecture/read-document';
import { shop } from '../architecture/shop';
import { stories } from '../stories/all-stories';
import { documentOfStory } from '../stories/document-of-story';
import type { Story } from '../stories/story';
import { CommandError, meant } from './command-error';

/** The documents that come with the program, by name. */
const documents = new Map([[shop.id, shop]]);

export const documentNames: readonly string[] = [...documents.keys()];
export const storyNames: readonly string[] = stories.map(({ id }) => id);

export interface FoundDocument {
  document: ArchitectureDocument;
  /** The story that the document is told in, with its own timeline; null for a mere document. */
  story: Story | null;
}

/** The story or document of that name, else the document in that file, JSON or YAML, checked; throws CommandError. */
export async function findDocument(nameOrFile: string): Promise<FoundDocument> {
  const story = stories.find(({ id }) => id === nameOrFile) ?? null;
  const document = documents.get(story?.documentId ?? nameOrFile);
  if (story && document) return { document: documentOfStory(story, document), story };
  return { document: document ?? (await readDocumentFile(nameOrFile)), story: null };
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
  const names = [...documentNames, ...storyNames];
  return `there is no such file${meant(nearest(file, names), `, and no document or story of that name (there are ${names.join(', ')})`)}`;
}
