/**
 * Packs everything that a state reaches: typed arrays, arrays, maps, and objects with their
 * prototypes. What is in `shared` is not copied but shared; two paths to one object stay two paths
 * to one copy. Functions hold what cannot be seen, so a state that contains one is refused. Of a
 * typed array only the part that is in use is kept: most of a state is room that is not.
 */
import { type Column, type ColumnKind, columnKinds, narrowestKind, partOf } from './column-part';
import { grown, grownCapacity } from './grown';
import { type Form, PackedState, Tag, type Vocabulary } from './packed-state';

/** Bytes: every number starts at a multiple of them. */
const alignment = 8;

export class StatePacker {
  readonly #shared: ReadonlySet<object>;
  readonly #vocabulary: Vocabulary = { forms: [], constants: [] };
  readonly #formIndices = new Map<object | null, number[]>();
  readonly #constantIndices = new Map<unknown, number>();
  /** Of the state that is being packed, by the order in which they were come by. */
  readonly #objectIndices = new Map<object, number>();
  #tags = new Uint8Array(1024);
  #tagCount = 0;
  #numbers = new Float64Array(1024);
  #numberCount = 0;
  #parts = new Uint8Array(1024);
  #partBytes = 0;

  constructor(shared: ReadonlySet<object>) {
    this.#shared = shared;
  }

  pack(state: unknown): PackedState {
    this.#tagCount = 0;
    this.#numberCount = 0;
    this.#partBytes = 0;
    this.#objectIndices.clear();
    this.#add(state);
    return new PackedState(
      this.#vocabulary,
      this.#tags.slice(0, this.#tagCount),
      this.#numbers.slice(0, this.#numberCount),
      this.#parts.slice(0, this.#partBytes),
    );
  }

  #add(value: unknown): void {
    if (typeof value === 'number') this.#put(Tag.number, value);
    else if (typeof value !== 'object' || value === null || this.#shared.has(value)) {
      this.#put(Tag.constant, this.#constantIndex(value));
    } else {
      const known = this.#objectIndices.get(value);
      if (known === undefined) this.#addObject(value);
      else this.#put(Tag.known, known);
    }
  }

  #addObject(value: object): void {
    this.#objectIndices.set(value, this.#objectIndices.size);
    if (ArrayBuffer.isView(value)) this.#addColumn(value as Column);
    else if (Array.isArray(value)) {
      this.#put(Tag.array, value.length);
      for (const item of value) this.#add(item);
    } else if (value instanceof Map) {
      this.#put(Tag.map, value.size);
      for (const [key, each] of value) {
        this.#add(key);
        this.#add(each);
      }
    } else {
      const index = this.#formIndex(value);
      this.#put(Tag.object, index);
      const fields = value as Record<string, unknown>;
      for (const key of this.#vocabulary.forms[index].keys) this.#add(fields[key]);
    }
  }

  #addColumn(column: Column): void {
    const kind = column.constructor as ColumnKind;
    const { from, to } = partOf(column);
    const partKind = narrowestKind(column, from, to);
    this.#put(Tag.column, kindIndex(kind));
    this.#putNumber(column.length);
    this.#putNumber(from);
    this.#putNumber(kindIndex(partKind));
    this.#putNumber(to - from);
    this.#putNumber(this.#partBytes);
    this.#putPart(column.subarray(from, to), partKind);
  }

  #putPart(values: Column, kind: ColumnKind): void {
    const bytes = values.length * kind.BYTES_PER_ELEMENT;
    const end = this.#partBytes + Math.ceil(bytes / alignment) * alignment;
    while (end > this.#parts.length)
      this.#parts = grown(this.#parts, grownCapacity(this.#parts.length));
    new kind(this.#parts.buffer, this.#partBytes, values.length).set(values);
    this.#partBytes = end;
  }

  #put(tag: number, first: number): void {
    if (this.#tagCount === this.#tags.length) {
      this.#tags = grown(this.#tags, grownCapacity(this.#tagCount));
    }
    this.#tags[this.#tagCount++] = tag;
    this.#putNumber(first);
  }

  #putNumber(value: number): void {
    if (this.#numberCount === this.#numbers.length) {
      this.#numbers = grown(this.#numbers, grownCapacity(this.#numberCount));
    }
    this.#numbers[this.#numberCount++] = value;
  }

  #constantIndex(value: unknown): number {
    if (typeof value === 'function') {
      throw new Error('A state that is copied must not hold functions.');
    }
    const known = this.#constantIndices.get(value);
    if (known !== undefined) return known;
    const index = this.#vocabulary.constants.push(value) - 1;
    this.#constantIndices.set(value, index);
    return index;
  }

  #formIndex(value: object): number {
    const prototype: object | null = Object.getPrototypeOf(value);
    const keys = Object.keys(value);
    const indices = this.#formIndices.get(prototype) ?? [];
    const known = indices.find((index) => hasKeys(this.#vocabulary.forms[index], keys));
    if (known !== undefined) return known;
    const index = this.#vocabulary.forms.push({ prototype, keys }) - 1;
    this.#formIndices.set(prototype, [...indices, index]);
    return index;
  }
}

function hasKeys({ keys }: Form, other: readonly string[]): boolean {
  return keys.length === other.length && keys.every((key, index) => key === other[index]);
}

function kindIndex(kind: ColumnKind): number {
  const index = columnKinds.indexOf(kind);
  if (index < 0) throw new Error(`A state that is copied must not hold a ${kind.name}.`);
  return index;
}
