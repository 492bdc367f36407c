/** Columns get room by and by. */

/** Twice as much, but gently where an eighth is a lot. */
export function grownCapacity(capacity: number): number {
  return capacity < 1 << 16 ? Math.max(16, capacity * 2) : capacity + (capacity >> 3);
}

type Column = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** A copy of a column with more room. */
export function grown<Kind extends Column>(column: Kind, capacity: number): Kind {
  const larger = new (column.constructor as new (length: number) => Kind)(capacity);
  larger.set(column);
  return larger;
}
