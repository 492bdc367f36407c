/** What the schema says about one field, for whoever offers it to be changed. */
import { documentSchema } from './document';

export interface Bounds {
  /** −Infinity and Infinity where there is no end. */
  readonly min: number;
  readonly max: number;
  /** The value must be more than `min`. */
  readonly isAboveMin: boolean;
  readonly isWhole: boolean;
  /** What holds where the field is left out; `undefined` where it may not be, or where nothing holds. */
  readonly default: unknown;
}

/** The parts of valibot's schemas that are read here. */
interface Node {
  readonly type: string;
  readonly requirement?: unknown;
  readonly default?: unknown;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly Node[];
  readonly pipe?: readonly Node[];
}

/**
 * The bounds of a field by its path: `deployments.units.autoscaler.max`. Lists
 * are passed through, and of several forms the one that has the field counts.
 * Throws where the path leads to no field.
 */
export function boundsAt(path: string): Bounds {
  const node = path
    .split('.')
    .reduce<Node | undefined>(
      (place, key) => place && entryOf(place, key),
      documentSchema as unknown as Node,
    );
  if (node === undefined) throw new Error(`The document has no field ${path}.`);
  const rules = rulesOf(node);
  const bound = (type: string, otherwise: number) => {
    const requirement = rules.find((rule) => rule.type === type)?.requirement;
    return typeof requirement === 'number' ? requirement : otherwise;
  };
  const above = bound('gt_value', Number.NEGATIVE_INFINITY);
  return {
    min: Math.max(above, bound('min_value', Number.NEGATIVE_INFINITY)),
    max: bound('max_value', Number.POSITIVE_INFINITY),
    isAboveMin: Number.isFinite(above),
    isWhole: rules.some(({ type }) => type === 'integer'),
    default: node.default,
  };
}

function entryOf(node: Node, key: string): Node | undefined {
  if (node.entries !== undefined) return node.entries[key];
  const inner = node.wrapped ?? node.item;
  if (inner !== undefined) return entryOf(inner, key);
  for (const option of node.options ?? []) {
    const entry = entryOf(option, key);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Every rule of a field, those of nested pipes and of what is optional included. */
function rulesOf(node: Node): Node[] {
  // A pipe begins with the schema that it extends, which has a pipe of its own or is plain.
  const rules = (node.pipe ?? []).flatMap((part) => (part.pipe ? rulesOf(part) : [part]));
  return node.wrapped === undefined ? rules : [...rules, ...rulesOf(node.wrapped)];
}
