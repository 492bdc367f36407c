import type { ArchitectureDocument } from '../architecture/document';
import type { Language } from '../i18n/language';

export type OpenedDocument =
  | { ok: true; document: ArchitectureDocument }
  /** Every problem as a sentence, in both languages. */
  | { ok: false; problems: readonly Record<Language, string>[] };

/** Reads a file as a document. What only this needs is loaded when it is needed. Rejects when the file cannot be read. */
export async function openDocument(file: Blob): Promise<OpenedDocument> {
  const [text, { readDocument }, { describeProblem }] = await Promise.all([
    file.text(),
    import('../architecture/read-document'),
    import('../architecture/describe-problem'),
  ]);
  const read = await readDocument(text);
  if (read.ok) return read;
  const problems = read.problems.map((problem) => ({
    es: describeProblem(problem, 'es'),
    en: describeProblem(problem, 'en'),
  }));
  return { ok: false, problems };
}
