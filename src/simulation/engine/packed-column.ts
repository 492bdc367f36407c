/** A typed array of which only what lies between the zeros at both ends is kept, whole numbers as narrow as they fit. */

type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

type NarrowColumn = Column | Int8Array | Int16Array;

interface ColumnKind {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Column;
}

/** About what the objects around the values take, bytes: for short columns more than these. */
const objectBytes = 256;

export class PackedColumn {
  private constructor(
    private readonly kind: ColumnKind,
    private readonly length: number,
    private readonly from: number,
    private readonly part: NarrowColumn,
  ) {}

  static of(column: Column): PackedColumn {
    const { from, to } = span(column);
    const kind = column.constructor as ColumnKind;
    return new PackedColumn(kind, column.length, from, narrowed(column, from, to));
  }

  get bytes(): number {
    return objectBytes + this.part.byteLength;
  }

  /** @param room what may be overwritten: used where it is of the right kind and its buffer large enough */
  unpack(room: unknown): Column {
    const column =
      this.within(room) ?? new this.kind(new ArrayBuffer(this.roomyBytes), 0, this.length);
    column.fill(0, 0, this.from);
    column.fill(0, this.from + this.part.length);
    column.set(this.part, this.from);
    return column;
  }

  private within(room: unknown): Column | null {
    if (!(room instanceof this.kind)) return null;
    if (room.length === this.length) return room;
    const { buffer, byteOffset } = room;
    const isLarge =
      byteOffset === 0 && buffer.byteLength >= this.length * this.kind.BYTES_PER_ELEMENT;
    return isLarge && buffer instanceof ArrayBuffer ? new this.kind(buffer, 0, this.length) : null;
  }

  /** A power of two: what is a little longer next time fits in as well. */
  private get roomyBytes(): number {
    const bytes = this.length * this.kind.BYTES_PER_ELEMENT;
    return bytes === 0 ? 0 : 0x80000000 >>> (Math.clz32(bytes - 1) - 1);
  }
}

/**
 * From the first value that is not zero to behind the last one. Told by the
 * bits: a zero of negative sign is no zero here, it would come back as another one.
 */
function span(column: Column): { from: number; to: number } {
  const { buffer, byteOffset, length } = column;
  const words =
    column instanceof Float64Array ? new Uint32Array(buffer, byteOffset, 2 * length) : column;
  let from = 0;
  let to = words.length;
  while (to > from && words[to - 1] === 0) to--;
  while (from < to && words[from] === 0) from++;
  return words === column ? { from, to } : { from: from >> 1, to: (to + 1) >> 1 };
}

/** A copy of a part with as few bytes for each value as they all fit in. */
function narrowed(column: Column, from: number, to: number): NarrowColumn {
  if (!(column instanceof Int32Array || column instanceof Uint32Array)) {
    return column.slice(from, to);
  }
  let least = 0;
  let most = 0;
  for (let i = from; i < to; i++) {
    const value = column[i];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const part = narrowRoom(least, most, to - from);
  if (part === null) return column.slice(from, to);
  for (let i = from; i < to; i++) part[i - from] = column[i];
  return part;
}

function narrowRoom(least: number, most: number, length: number): NarrowColumn | null {
  if (least === 0 && most < 2 ** 8) return new Uint8Array(length);
  if (least === 0 && most < 2 ** 16) return new Uint16Array(length);
  if (least >= -(2 ** 7) && most < 2 ** 7) return new Int8Array(length);
  if (least >= -(2 ** 15) && most < 2 ** 15) return new Int16Array(length);
  return null;
}
