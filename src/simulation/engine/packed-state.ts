/**
 * Everything that a state reaches, in three flat columns: its values in the order of a walk
 * through it, each with a tag that says what it is, and the bytes of its typed arrays. A copy of
 * many objects would be as many for the collector of garbage to move, each time it comes by.
 */
import { type Column, type ColumnKind, columnKinds } from './column-part';

/** What a value is, and which numbers it takes. */
export const Tag = {
  /** Itself. */
  number: 0,
  /** Its index among the constants. */
  constant: 1,
  /** How many objects came before it on the walk: one that has been there already. */
  known: 2,
  /** The index of its form; its fields follow. */
  object: 3,
  /** Its length; its items follow. */
  array: 4,
  /** Its size; keys and values follow in turn. */
  map: 5,
  /** Kind, length, where the part kept begins, its kind, its length, and where its bytes are. */
  column: 6,
} as const;

/** What objects have in common. */
export interface Form {
  readonly prototype: object | null;
  readonly keys: readonly string[];
}

/** What states of one run have in common; grows, and what is in it stays where it is. */
export interface Vocabulary {
  readonly forms: Form[];
  /** Texts, truth values, nothing, and the objects that are shared instead of copied. */
  readonly constants: unknown[];
}

export class PackedState {
  constructor(
    readonly vocabulary: Vocabulary,
    readonly tags: Uint8Array,
    readonly numbers: Float64Array,
    readonly parts: Uint8Array<ArrayBuffer>,
  ) {}

  get bytes(): number {
    return this.tags.byteLength + this.numbers.byteLength + this.parts.byteLength;
  }

  /**
   * A copy of what was packed. Typed arrays are unpacked into those of a state that is given up,
   * where their buffers are large enough: a browser takes longer to get and clear memory than to fill it.
   *
   * @param old what is given up; default nothing
   */
  unpack(old?: unknown): unknown {
    return new Unpacking(this).next(old);
  }
}

class Unpacking {
  readonly #packed: PackedState;
  #tagAt = 0;
  #numberAt = 0;
  readonly #objects: object[] = [];
  /** Typed arrays that were given up and whose room has been handed on. */
  readonly #reused = new Set<object>();

  constructor(packed: PackedState) {
    this.#packed = packed;
  }

  next(old: unknown): unknown {
    const tag = this.#packed.tags[this.#tagAt++];
    const first = this.#number();
    if (tag === Tag.number) return first;
    if (tag === Tag.constant) return this.#packed.vocabulary.constants[first];
    if (tag === Tag.known) return this.#objects[first];
    if (tag === Tag.object) return this.#object(this.#packed.vocabulary.forms[first], old);
    if (tag === Tag.array) return this.#array(first, old);
    if (tag === Tag.map) return this.#map(first);
    return this.#column(columnKinds[first], old);
  }

  #number(): number {
    return this.#packed.numbers[this.#numberAt++];
  }

  #note<Copy extends object>(copy: Copy): Copy {
    this.#objects.push(copy);
    return copy;
  }

  #object({ prototype, keys }: Form, old: unknown): object {
    const copy = this.#note(Object.create(prototype));
    const oldFields = (old ?? {}) as Record<string, unknown>;
    for (const key of keys) copy[key] = this.next(oldFields[key]);
    return copy;
  }

  #array(length: number, old: unknown): unknown[] {
    const copy: unknown[] = this.#note(new Array(length));
    const oldItems = Array.isArray(old) ? old : [];
    for (let i = 0; i < length; i++) copy[i] = this.next(oldItems[i]);
    return copy;
  }

  #map(size: number): Map<unknown, unknown> {
    const copy = this.#note(new Map<unknown, unknown>());
    for (let i = 0; i < size; i++) copy.set(this.next(undefined), this.next(undefined));
    return copy;
  }

  #column(kind: ColumnKind, old: unknown): Column {
    const length = this.#number();
    const from = this.#number();
    const partKind = columnKinds[this.#number()];
    const partLength = this.#number();
    const part = new partKind(this.#packed.parts.buffer, this.#number(), partLength);
    const column =
      this.#room(kind, length, old) ??
      new kind(roomyBuffer(length * kind.BYTES_PER_ELEMENT), 0, length);
    column.fill(0, 0, from);
    column.fill(0, from + partLength);
    column.set(part, from);
    return this.#note(column);
  }

  /** The room of one that is given up, where it is of the right kind, nobody else has it and its buffer is large enough. */
  #room(kind: ColumnKind, length: number, old: unknown): Column | null {
    if (!(old instanceof kind) || this.#reused.has(old)) return null;
    this.#reused.add(old);
    if (old.length === length) return old;
    const { buffer, byteOffset } = old;
    const isLarge = byteOffset === 0 && buffer.byteLength >= length * kind.BYTES_PER_ELEMENT;
    return isLarge && buffer instanceof ArrayBuffer ? new kind(buffer, 0, length) : null;
  }
}

/** Of a power of two: what is a little longer next time fits in as well. */
function roomyBuffer(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes === 0 ? 0 : 0x80000000 >>> (Math.clz32(bytes - 1) - 1));
}
