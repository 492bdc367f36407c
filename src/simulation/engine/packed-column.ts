/** A typed array of which only what lies between the zeros at both ends is kept, whole numbers as narrow as they fit. */

type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

type NarrowColumn = Column | Int8Array | Int16Array;

type ColumnKind = new (length: number) => Column;

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
    return new PackedColumn(kind, column.length, from, narrowed(column.subarray(from, to)));
  }

  get bytes(): number {
    return this.part.byteLength;
  }

  /** @param room what may be overwritten: used where it has the right kind and length */
  unpack(room: unknown): Column {
    const column = this.fits(room) ? room : new this.kind(this.length);
    if (column === room) {
      column.fill(0, 0, this.from);
      column.fill(0, this.from + this.part.length);
    }
    column.set(this.part, this.from);
    return column;
  }

  private fits(room: unknown): room is Column {
    return room instanceof this.kind && room.length === this.length;
  }
}

/**
 * From the first value that is not zero to behind the last one. Told by the
 * bits: a zero of negative sign is no zero here, it would come back as another one.
 */
function span(column: Column): { from: number; to: number } {
  const { buffer, byteOffset, byteLength, length, BYTES_PER_ELEMENT } = column;
  const words =
    BYTES_PER_ELEMENT < 4
      ? column
      : new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  let from = 0;
  let to = words.length;
  while (to > from && words[to - 1] === 0) to--;
  while (from < to && words[from] === 0) from++;
  const perValue = words.length / Math.max(1, length);
  return { from: Math.floor(from / perValue), to: Math.ceil(to / perValue) };
}

/** A copy with as few bytes for each value as they all fit in. */
function narrowed(values: Column): NarrowColumn {
  if (!(values instanceof Int32Array || values instanceof Uint32Array)) return values.slice();
  let least = 0;
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least === 0 && most < 2 ** 8) return Uint8Array.from(values);
  if (least === 0 && most < 2 ** 16) return Uint16Array.from(values);
  if (least >= -(2 ** 7) && most < 2 ** 7) return Int8Array.from(values);
  if (least >= -(2 ** 15) && most < 2 ** 15) return Int16Array.from(values);
  return values.slice();
}
