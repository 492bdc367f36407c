/** What the YAML parser's complaint comes to. */
import type { YAMLError } from 'yaml';
import { foundAt, type SyntaxCause, type SyntaxFault } from './syntax-cause';

type Complaint = Pick<YAMLError, 'code' | 'message' | 'pos'>;

/** `textStart`: where the last text in quotation marks was opened; a missing one is missed at the end of all. */
export function yamlFault(
  text: string,
  complaint: Complaint,
  textStart: number | null,
): SyntaxFault {
  const { message, pos } = complaint;
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
  if (quote !== undefined) {
    return { cause: { kind: 'unclosed', mark: quote }, offset: textStart ?? pos[0] };
  }
  return { cause: causeOf(text, complaint), offset: pos[0] };
}

function causeOf(text: string, { code, message, pos }: Complaint): SyntaxCause {
  const bracket = /end with a ([}\]])/.exec(message)?.[1];
  if (bracket !== undefined) return { kind: 'unclosed', mark: bracket };
  const found = foundAt(text, pos[0]);
  switch (code) {
    case 'TAB_AS_INDENT':
      return { kind: 'tab' };
    case 'BAD_INDENT':
      return { kind: 'indent' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested') ? { kind: 'colons' } : { kind: 'indent' };
    case 'MULTILINE_IMPLICIT_KEY':
      return { kind: 'field' };
    case 'MISSING_CHAR':
      if (/^Missing ,/.test(message)) return { kind: 'comma' };
      return /^Implicit/.test(message) ? { kind: 'field' } : { kind: 'other', message };
    case 'DUPLICATE_KEY':
      return { kind: 'twice', found: found ?? '' };
    case 'BAD_SCALAR_START':
      return { kind: 'reserved', found: text[pos[0]] };
    case 'BAD_DQ_ESCAPE':
      return { kind: 'escape', found: text.slice(pos[0], pos[0] + 2) };
    case 'MULTIPLE_DOCS':
      return { kind: 'documents' };
    case 'UNEXPECTED_TOKEN':
      return found === null ? { kind: 'other', message } : { kind: 'unexpected', found };
    default:
      return { kind: 'other', message };
  }
}

/** Aliases are followed last: one that points nowhere, or too many of them. */
export function aliasFault(text: string, error: unknown): SyntaxFault {
  const message = error instanceof Error ? error.message : String(error);
  const [, name] = /^Unresolved alias .*: (\S+)$/.exec(message) ?? [];
  if (name === undefined) return { cause: { kind: 'other', message }, offset: null };
  const found = `*${name}`;
  const offset = text.indexOf(found);
  return { cause: { kind: 'alias', found }, offset: offset < 0 ? null : offset };
}
