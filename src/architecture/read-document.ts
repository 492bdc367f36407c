import { type CheckedDocument, checkDocument } from './check-document';
import { type Foreign, foreignMarkup, foreignValue } from './foreign-text';
import { jsonFault } from './json-fault';
import type { Problem } from './problem';
import type { SyntaxFault } from './syntax-cause';
import { aliasFault, yamlFault } from './yaml-fault';

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
  const markup = foreignMarkup(text);
  if (markup !== null) return refusedAs(markup);
  const isBraced = text.trimStart().startsWith('{');
  const asJson = isBraced ? parseJson(text) : null;
  if (asJson !== null) return checkRead(asJson.value);
  const inJson = isBraced ? jsonFault(text) : null;
  // What starts with a brace and is no JSON may still be YAML in flow style, which reads comments otherwise.
  const asYaml = inJson?.cause.kind === 'comment' ? inJson : await parseYaml(text);
  if ('value' in asYaml) return checkRead(asYaml.value);
  return refusedFor(
    inJson !== null && looksLikeJson(text)
      ? syntaxProblem('JSON', text, inJson)
      : syntaxProblem('YAML', text, asYaml),
  );
}

function checkRead(value: unknown): CheckedDocument {
  const foreign = foreignValue(value);
  return foreign === null ? checkDocument(value) : refusedAs(foreign);
}

function refusedAs(foreign: Foreign): CheckedDocument {
  return refusedFor({ path: '', code: 'no-document', params: foreign });
}

function refusedFor(problem: Problem): CheckedDocument {
  return { ok: false, problems: [problem] };
}

interface Parsed {
  readonly value: unknown;
}

function parseJson(text: string): Parsed | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

async function parseYaml(text: string): Promise<Parsed | SyntaxFault> {
  const { isScalar, parseDocument, visit } = await import('yaml');
  const parsed = parseDocument(text, { prettyErrors: false });
  const [error] = parsed.errors;
  if (error) {
    let textStart: number | null = null;
    visit(parsed, (_key, node) => {
      if (isScalar(node) && node.type?.startsWith('QUOTE')) textStart = node.range?.[0] ?? null;
    });
    return yamlFault(text, error, textStart);
  }
  try {
    return { value: parsed.toJS() };
  } catch (aliasError) {
    return aliasFault(text, aliasError);
  }
}

function syntaxProblem(
  format: 'JSON' | 'YAML',
  text: string,
  { cause, offset }: SyntaxFault,
): Problem {
  const { line, column } = offset === null ? { line: null, column: null } : placeAt(text, offset);
  return { path: '', code: 'syntax', params: { format, cause, line, column } };
}

interface Place {
  line: number;
  column: number;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** JSON quotes its keys; YAML in flow style mostly does not. */
function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*("|\}|\/[/*])/.test(text);
}
