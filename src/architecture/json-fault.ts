/**
 * Where a text stops being JSON, and what could stand there. The browser's own parser says so in English, and
 * some do not say where.
 */
import { foundAt, type JsonPart, type SyntaxFault } from './syntax-cause';

const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/uy;
const begunText = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/uy;

const closing = { '{': '}', '[': ']' } as const;

/** `null` for a text that is JSON. */
export function jsonFault(text: string): SyntaxFault | null {
  const open: ('{' | '[')[] = [];
  let parts: readonly JsonPart[] = ['value'];
  let at = endOf(space, text, text.startsWith('\uFEFF') ? 1 : 0);
  while (at < text.length) {
    const mark = text[at];
    const end = endOf(scalar, text, at);
    const isText = mark === '"' && end > at;
    if ((mark === '{' || mark === '[') && parts.includes('value')) {
      open.push(mark);
      parts = mark === '{' ? ['name', '}'] : ['value', ']'];
      at += 1;
    } else if ((mark === '}' || mark === ']') && parts.includes(mark)) {
      open.pop();
      parts = afterValue(open);
      at += 1;
    } else if ((mark === ',' || mark === ':') && parts.includes(mark)) {
      parts = mark === ',' && open.at(-1) === '{' ? ['name'] : ['value'];
      at += 1;
    } else if (isText && parts.includes('name')) {
      parts = [':'];
      at = end;
    } else if (end > at && parts.includes('value')) {
      parts = afterValue(open);
      at = end;
    } else if (mark === '"' && !isText) {
      return faultInText(text, at);
    } else if (/^\/[/*]/.test(text.slice(at, at + 2))) {
      return { cause: { kind: 'comment' }, offset: at };
    } else {
      return { cause: { kind: 'expected', parts, found: foundAt(text, at) }, offset: at };
    }
    at = endOf(space, text, at);
  }
  return parts.includes('end')
    ? null
    : { cause: { kind: 'expected', parts, found: null }, offset: text.length };
}

function afterValue(open: readonly ('{' | '[')[]): readonly JsonPart[] {
  const last = open.at(-1);
  return last === undefined ? ['end'] : [',', closing[last]];
}

/** A text that is not closed on its line, or that holds a stroke which means nothing. */
function faultInText(text: string, from: number): SyntaxFault {
  const offset = endOf(begunText, text, from);
  return text[offset] === '\\'
    ? { cause: { kind: 'escape', found: text.slice(offset, offset + 2) }, offset }
    : { cause: { kind: 'unclosed', mark: '"' }, offset: from };
}

/** Where what the pattern finds from here on ends; here where it finds nothing. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
