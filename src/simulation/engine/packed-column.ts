/** A typed array of which only what lies between the zeros at both ends is kept. */

type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

type ColumnKind = new (length: number) => Column;

export class PackedColumn {
  private constructor(
    private readonly kind: ColumnKind,
    private readonly length: number,
    private readonly from: number,
    private readonly part: Column,
  ) {}

  static of(column: Column): PackedColumn {
    const { from, to } = span(column);
    const kind = column.constructor as ColumnKind;
    return new PackedColumn(kind, column.length, from, column.slice(from, to));
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
