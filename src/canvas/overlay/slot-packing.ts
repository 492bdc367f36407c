/**
 * Where a cell stands for several slots, it matters how many are held by whom,
 * not which: slots of the same kind stand together, so that cells are of one colour.
 */
const kinds = new Uint16Array(256);
let sorted = new Uint8Array(64);

/** A part of a frame's `slots`, the held ones first and by kind. Holds until the next call. */
export function packedSlots(slots: Uint8Array, from: number, count: number): Uint8Array {
  if (sorted.length < count) sorted = new Uint8Array(2 * count);
  kinds.fill(0);
  for (let slot = from; slot < from + count; slot += 1) kinds[slots[slot]] += 1;
  let at = 0;
  for (let kind = 1; kind < kinds.length; kind += 1) {
    sorted.fill(kind, at, at + kinds[kind]);
    at += kinds[kind];
  }
  sorted.fill(0, at, count);
  return sorted;
}
