import type { Foreign } from './foreign-text';
import type { JsonPart, SyntaxCause } from './syntax-cause';

// Another mark that looks like it: this one begins and ends what is set as code.
const code = (text: string) => `\`${text.replaceAll('`', 'ˋ')}\``;

const names = { value: 'a value', name: 'a name in double quotes' } as const;

function nameOf(part: JsonPart): string {
  return part === 'value' || part === 'name' ? names[part] : code(part);
}

/** Why a text is neither JSON nor YAML, with a remedy, in English. */
export function englishSyntaxText(cause: SyntaxCause): string {
  switch (cause.kind) {
    case 'expected': {
      const found = cause.found === null ? 'and the text ends' : `found ${code(cause.found)}`;
      return cause.parts.includes('end')
        ? `${found}, where the document has ended; take it away`
        : `expected ${cause.parts.map(nameOf).join(' or ')}, ${found}`;
    }
    case 'comment':
      return `JSON has no comments; take this one away, or write YAML, where ${code('#')} begins one`;
    case 'unclosed':
      return cause.mark === '"' || cause.mark === "'"
        ? `what begins here with ${code(cause.mark)} does not end; close it with ${code(cause.mark)}`
        : `${code(cause.mark)} is missing before this; close it there`;
    case 'reserved':
      return `a text cannot begin with ${code(cause.found)}; put it between quotation marks`;
    case 'escape':
      return `${code(cause.found)} means nothing between double quotes; write ${code('\\\\')} for a backslash`;
    case 'alias':
      return `${code(cause.found)} stands for nothing; define ${code(cause.found.replace('*', '&'))} before it, or put it between quotation marks`;
    case 'twice':
      return `the field ${code(cause.found)} is there already; leave one of them`;
    case 'unexpected':
      return `${code(cause.found)} does not belong here; take it away, or close what comes before it`;
    case 'tab':
      return 'a tab indents this line; use spaces';
    case 'indent':
      return 'this line is indented otherwise than those it belongs to; begin them in the same column';
    case 'comma':
      return `a comma is missing before this; write ${code(',')}`;
    case 'colons':
      return 'there are two colons in one line; put the text between quotation marks, or the second field on a line of its own';
    case 'field':
      return `this is no field with a value; write ${code('field: value')}, with a space after the colon`;
    case 'documents':
      return `${code('---')} begins another document; leave a single one`;
    case 'other':
      return `the parser says: ${cause.message}`;
  }
}

/** What a text is that holds no document at all, in English. */
export function englishForeignText(foreign: Foreign): string {
  switch (foreign.kind) {
    case 'page':
      return 'this is a web page';
    case 'markup':
      return 'this is text in tags, such as XML or SVG';
    case 'list':
      return 'this is a list';
    case 'words':
      return `this is plain text (${code(foreign.begins)})`;
    case 'value':
      return `this is a single value (${code(foreign.begins)})`;
    case 'fields':
      return `this is something else (with ${foreign.fields.map(code).join(', ')})`;
  }
}
