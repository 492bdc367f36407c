/**
 * The memory of the kernel. Columns get a place in it, and their owners hold views of it instead of arrays
 * of their own. When it has to grow, all views are made anew.
 */
import { arenaAt, type Column, columnsAt, logarithmsAt } from './layout';

export type SharedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

type ArrayKind = new (buffer: ArrayBuffer, byteOffset: number, length: number) => SharedArray;

/** Whatever has an array in a field. */
type Owner = Record<string, SharedArray>;

/** An array that the engine and the kernel share: a field of its owner, or of several. */
export class SharedColumn {
  /** In the memory; `null` while it has no place there. */
  view: SharedArray | null = null;
  address = 0;
  readonly #owner: Owner;
  readonly #field: string;
  /** Others who have the same array. */
  readonly #others: readonly Owner[];

  constructor(owner: object, field: string, ...others: readonly object[]) {
    this.#owner = owner as Owner;
    this.#field = field;
    this.#others = others as readonly Owner[];
  }

  get array(): SharedArray {
    return this.#owner[this.#field];
  }

  /** Whether its owner holds another array than the kernel knows of. */
  get isStale(): boolean {
    return this.array !== this.view;
  }

  hold(array: SharedArray): void {
    this.#owner[this.#field] = array;
    for (const other of this.#others) other[this.#field] = array;
  }
}

const pageBytes = 65_536;
const alignmentBytes = 64;

export class SharedMemory {
  readonly memory = new WebAssembly.Memory({ initial: 8 });
  readonly #placed = new Set<SharedColumn>();
  #top = arenaAt;

  get buffer(): ArrayBuffer {
    return this.memory.buffer as ArrayBuffer;
  }

  /** Addresses, by column. */
  get columns(): Uint32Array {
    return new Uint32Array(this.buffer, columnsAt, (logarithmsAt - columnsAt) / 4);
  }

  /** A column of whole numbers that the kernel alone has. */
  wholesIn(column: Column, length: number): Int32Array {
    return new Int32Array(this.buffer, this.columns[column], length);
  }

  /** Copies those in whose owners have got other arrays. */
  place(columns: readonly SharedColumn[]): void {
    const stale = columns.filter(({ isStale }) => isStale);
    // First of all, or to grow would give their owners the old ones back.
    for (const column of stale) this.#placed.delete(column);
    for (const column of stale) {
      const { array } = column;
      column.address = this.add(array);
      this.#give(column, array, array.length);
      this.#placed.add(column);
    }
  }

  /** Copies an array in that nobody needs a view of; returns its address. */
  add(array: SharedArray): number {
    const address = Math.ceil(this.#top / alignmentBytes) * alignmentBytes;
    this.#top = address + array.byteLength;
    const missingBytes = this.#top - this.buffer.byteLength;
    if (missingBytes > 0) this.#grow(missingBytes);
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    new Uint8Array(this.buffer, address, array.byteLength).set(bytes);
    return address;
  }

  /** Gives every owner an array of its own again. */
  release(): void {
    for (const column of this.#placed) {
      column.hold((column.view as Uint8Array).slice());
      column.view = null;
    }
    this.#placed.clear();
    this.#top = arenaAt;
  }

  #grow(missingBytes: number): void {
    const pages = Math.ceil(Math.max(missingBytes, this.buffer.byteLength) / pageBytes);
    // A view forgets its length when the memory moves.
    const placed = [...this.#placed].map((column) => ({
      column,
      length: column.view?.length ?? 0,
    }));
    this.memory.grow(pages);
    for (const { column, length } of placed) this.#give(column, column.view as SharedArray, length);
  }

  /** @param like an array of its kind */
  #give(column: SharedColumn, like: SharedArray, length: number): void {
    const view = new (like.constructor as ArrayKind)(this.buffer, column.address, length);
    column.view = view;
    column.hold(view);
  }
}
