import type { ArchitectureDocument } from '../architecture/document';
import type { Problem } from '../architecture/problem';
import type { Language } from '../i18n/language';

export type OpenedDocument =
  | { ok: true; document: ArchitectureDocument }
  /** Every problem as a sentence, in both languages. */
  | { ok: false; problems: readonly Record<Language, string>[] };

const mebibyte = 1024 * 1024;

/** The largest document that can be run is far smaller; more would only hold up the page, bytes. */
const sizeMax = 16 * mebibyte;

/** Reads a file as a document. What only this needs is loaded when it is needed. Rejects when the file cannot be read. */
export async function openDocument(file: Blob): Promise<OpenedDocument> {
  const [{ readDocument }, { describeProblem }] = await Promise.all([
    import('../architecture/read-document'),
    import('../architecture/describe-problem'),
  ]);
  const read =
    file.size > sizeMax
      ? { ok: false as const, problems: [tooHeavy(file.size)] }
      : await readDocument(await file.text());
  if (read.ok) return read;
  const problems = read.problems.map((problem) => ({
    es: describeProblem(problem, 'es'),
    en: describeProblem(problem, 'en'),
  }));
  return { ok: false, problems };
}

/** What is pasted into a field belongs there. */
const takesText = 'input, textarea, select, dialog *';

/** What is meant as a document; `null` for a word or an address that is pasted by mistake. */
export function pastedDocument(text: string, target: EventTarget | null): File | null {
  const isMeant = /\b(modules|deployments)\b/.test(text);
  if (!isMeant || (target instanceof Element && target.closest(takesText))) return null;
  return new File([text], 'clipboard.yaml');
}

function tooHeavy(bytes: number): Problem {
  const params = { mebibytes: Math.ceil(bytes / mebibyte), max: sizeMax / mebibyte };
  return { path: '', code: 'too-heavy', params };
}
