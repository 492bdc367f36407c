/** What somebody has opened who has opened no document at all: of that, no field is missing. */
import { documentSchema } from './document';
import { nearest } from './nearest';

export type Foreign =
  /** A page of the web, or another text in tags. */
  | { kind: 'page' | 'markup' | 'list' }
  /** A text without fields, as it begins, or a single value. */
  | { kind: 'words' | 'value'; begins: string }
  /** Fields, of which none is one of a document. */
  | { kind: 'fields'; fields: string[] };

const beginningMax = 40;
const namedMax = 6;

const documentFields = Object.keys(documentSchema.pipe[0].entries);
/** Of these a document has at least one; half of all files begin with a version, an id or a name. */
const ownFields = documentFields.filter((field) => !['version', 'id', 'name'].includes(field));

/** For a text in tags, which may happen to be YAML as well; `null` for all else. */
export function foreignMarkup(text: string): Foreign | null {
  const [, tag] = /^\s*<(!--|[!?/]?[a-z][\w:-]*)/i.exec(text) ?? [];
  if (tag === undefined) return null;
  return { kind: /^(!doctype|html|head|body)$/i.test(tag) ? 'page' : 'markup' };
}

/** What could be read says instead of a document; `null` where it may be meant as one. */
export function foreignValue(value: unknown): Foreign | null {
  if (Array.isArray(value)) return { kind: 'list' };
  if (typeof value === 'string') return { kind: 'words', begins: beginningOf(value) };
  if (typeof value !== 'object' || value === null) return { kind: 'value', begins: String(value) };
  const fields = Object.keys(value);
  const isMeant = fields.some(
    (field) => ownFields.includes(field) || nearest(field, ownFields) !== null,
  );
  const others = fields.filter((field) => !documentFields.includes(field));
  if (isMeant || others.length === 0) return null;
  return { kind: 'fields', fields: others.slice(0, namedMax).map(beginningOf) };
}

function beginningOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > beginningMax ? `${line.slice(0, beginningMax)}…` : line;
}
