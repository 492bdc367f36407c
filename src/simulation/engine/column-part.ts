/** What of a typed array has to be kept: what lies between the zeros at both ends, whole numbers as narrow as they fit. */

export type Column =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float64Array;

export interface ColumnKind {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Column;
}

/** All that a state may hold, and that a part may be kept as. */
export const columnKinds: readonly ColumnKind[] = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float64Array,
];

/**
 * From the first value that is not zero to behind the last one. Told by the
 * bits: a zero of negative sign is no zero here, it would come back as another one.
 */
export function partOf(column: Column): { from: number; to: number } {
  const { buffer, byteOffset, length } = column;
  const words =
    column instanceof Float64Array ? new Uint32Array(buffer, byteOffset, 2 * length) : column;
  let from = 0;
  let to = words.length;
  while (to > from && words[to - 1] === 0) to--;
  while (from < to && words[from] === 0) from++;
  return words === column ? { from, to } : { from: from >> 1, to: (to + 1) >> 1 };
}

/** The kind with as few bytes for each value of a part as they all fit in. */
export function narrowestKind(column: Column, from: number, to: number): ColumnKind {
  if (!(column instanceof Int32Array || column instanceof Uint32Array)) {
    return column.constructor as ColumnKind;
  }
  let least = 0;
  let most = 0;
  for (let i = from; i < to; i++) {
    const value = column[i];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least === 0 && most < 2 ** 8) return Uint8Array;
  if (least === 0 && most < 2 ** 16) return Uint16Array;
  if (least >= -(2 ** 7) && most < 2 ** 7) return Int8Array;
  if (least >= -(2 ** 15) && most < 2 ** 15) return Int16Array;
  return column.constructor as ColumnKind;
}
