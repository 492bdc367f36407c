/** Why a text is neither JSON nor YAML, in terms that can be said in any language. */

/** What can stand somewhere in JSON: a mark, or `value`, `name` of a field, the `end`. */
export type JsonPart = '{' | '}' | '[' | ']' | ',' | ':' | 'value' | 'name' | 'end';

export type SyntaxCause =
  /** `found` is `null` at the end of the text. */
  | { kind: 'expected'; parts: readonly JsonPart[]; found: string | null }
  /** A quotation mark or a bracket has no partner; `mark` is the one that is missing. */
  | { kind: 'unclosed'; mark: string }
  /** `reserved`: no text begins so without quotation marks. `escape`: as `\q`. `alias`: a name for nothing. */
  | { kind: 'reserved' | 'escape' | 'alias' | 'twice' | 'unexpected'; found: string }
  /** `field`: neither a field with its value nor anything else. `colons`: two of them in a line. */
  | { kind: 'comment' | 'tab' | 'indent' | 'comma' | 'colons' | 'field' | 'documents' }
  /** In the parser's own words, which are English. */
  | { kind: 'other'; message: string };

/** A cause and its place: an offset in the text, `null` where it is not known. */
export interface SyntaxFault {
  readonly cause: SyntaxCause;
  readonly offset: number | null;
}

/** The word or the mark at a place, `null` at the end. */
export function foundAt(text: string, offset: number): string | null {
  const [found = null] = /^(?:[\p{L}\p{N}_.+-]{1,24}|\P{Cc})/u.exec(text.slice(offset)) ?? [];
  return found;
}
