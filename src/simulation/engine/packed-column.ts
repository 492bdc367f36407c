/** A typed array of which only what lies between the zeros at both ends is kept. */

type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

export class PackedColumn {
  private constructor(
    private readonly empty: Column,
    private readonly length: number,
    private readonly from: number,
    private readonly part: Column,
  ) {}

  static of(column: Column): PackedColumn {
    let from = 0;
    let to = column.length;
    // A zero of negative sign is no zero here: it would come back as another one.
    while (to > from && Object.is(column[to - 1], 0)) to--;
    while (from < to && Object.is(column[from], 0)) from++;
    return new PackedColumn(column.slice(0, 0), column.length, from, column.slice(from, to));
  }

  get bytes(): number {
    return this.part.byteLength;
  }

  unpack(): Column {
    const Kind = this.empty.constructor as new (length: number) => Column;
    const column = new Kind(this.length);
    column.set(this.part, this.from);
    return column;
  }
}
