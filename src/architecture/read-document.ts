import { type CheckedDocument, checkDocument } from './check-document';
import type { Problem } from './problem';

/**
 * Reads a document from text, JSON or YAML, and checks it. Text that starts
 * like a JSON object is JSON; the YAML parser is loaded only when it is needed,
 * so that it stays out of the page's first load. A decoder leaves U+FFFD where bytes are no
 * UTF-8. Never rejects.
 */
export async function readDocument(text: string): Promise<CheckedDocument> {
  const unreadable = text.search(/[\uFFFD\0]/);
  if (unreadable >= 0) {
    return refusedFor({ path: '', code: 'not-utf8', params: placeAt(text, unreadable) });
  }
  if (text.trim() === '') return refusedFor({ path: '', code: 'empty-document', params: {} });
  const asJson = text.trimStart().startsWith('{') ? parseJson(text) : null;
  if (asJson?.ok) return checkDocument(asJson.value);
  // What starts with a brace and is no JSON may still be YAML in flow style.
  const asYaml = await parseYaml(text);
  if (asYaml.ok) return checkDocument(asYaml.value);
  const isMeantAsJson = asJson !== null && looksLikeJson(text);
  return refusedFor(isMeantAsJson ? asJson.problem : asYaml.problem);
}

function refusedFor(problem: Problem): CheckedDocument {
  return { ok: false, problems: [problem] };
}

type Parsed = { ok: true; value: unknown } | { ok: false; problem: Problem };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The place is told by itself.
    const said = message.replace(/ in JSON at position \d+( \(line \d+ column \d+\))?$/, '');
    return { ok: false, problem: syntaxProblem('JSON', said, placeIn(text, message)) };
  }
}

async function parseYaml(text: string): Promise<Parsed> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter, prettyErrors: false });
  const [error] = parsed.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return { ok: false, problem: syntaxProblem('YAML', error.message, { line, column: col }) };
  }
  try {
    return { ok: true, value: parsed.toJS() };
  } catch (aliasError) {
    // Aliases are followed only now: too many, or one that points nowhere.
    const message = aliasError instanceof Error ? aliasError.message : String(aliasError);
    return { ok: false, problem: syntaxProblem('YAML', message, null) };
  }
}

interface Place {
  line: number;
  column: number;
}

function syntaxProblem(format: 'JSON' | 'YAML', message: string, place: Place | null): Problem {
  const { line, column } = place ?? { line: null, column: null };
  return { path: '', code: 'syntax', params: { format, message, line, column } };
}

/** Engines give the place in the message, as an offset or as line and column. */
function placeIn(text: string, message: string): Place | null {
  const lineAndColumn = /line (\d+) column (\d+)/.exec(message);
  if (lineAndColumn) return { line: Number(lineAndColumn[1]), column: Number(lineAndColumn[2]) };
  const offset = /position (\d+)/.exec(message)?.[1];
  return offset === undefined ? null : placeAt(text, Number(offset));
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** JSON quotes its keys; YAML in flow style mostly does not. */
function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*("|\})/.test(text);
}
