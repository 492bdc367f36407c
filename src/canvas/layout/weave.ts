/**
 * Rows of nodes and lanes with the links between each row and the next: as numbers,
 * since the same rows are put into many orders. Crossings are counted, not guessed.
 */
import type { LayoutLink } from './layout-graph';

export interface Weave {
  /** Nodes by number, in the order in which they now stand. */
  rows: number[][];
  /** Place of each node in its row. */
  places: Int32Array;
  /** Neighbours of each node in the row above it and in the one below. */
  above: readonly (readonly number[])[];
  below: readonly (readonly number[])[];
  linkCount: number;
  /** Where each node would like to stand; scratch of `sweepOnce`. */
  wishes: Float64Array;
}

/** What must be known of rows to count crossings. */
export interface LinkedRows {
  readonly rows: readonly (readonly number[])[];
  readonly places: ArrayLike<number>;
  readonly below: readonly (readonly number[])[];
}

/** Node `n` is the `n`th of `rows.flat()`. */
export function weaveOf(rows: readonly (readonly string[])[], links: readonly LayoutLink[]): Weave {
  const ids = rows.flat();
  const numberOf = new Map(ids.map((id, node) => [id, node]));
  const rowOf = rows.flatMap((row, index) => row.map(() => index));
  const above: number[][] = ids.map(() => []);
  const below: number[][] = ids.map(() => []);
  let linkCount = 0;
  for (const { fromId, toId } of links) {
    const from = numberOf.get(fromId) ?? 0;
    const to = numberOf.get(toId) ?? 0;
    if (Math.abs(rowOf[to] - rowOf[from]) !== 1) continue;
    const [upper, lower] = rowOf[from] < rowOf[to] ? [from, to] : [to, from];
    below[upper].push(lower);
    above[lower].push(upper);
    linkCount += 1;
  }
  const places = new Int32Array(ids.length);
  const weave = { rows: [], places, above, below, linkCount, wishes: new Float64Array(ids.length) };
  arrange(
    weave,
    rows.map((row) => row.map((id) => numberOf.get(id) ?? 0)),
  );
  return weave;
}

export function arrange(weave: Weave, rows: readonly (readonly number[])[]): void {
  weave.rows = rows.map((row) => [...row]);
  for (const row of weave.rows) settle(row, weave);
}

export function settle(row: readonly number[], { places }: Weave): void {
  row.forEach((node, place) => {
    places[node] = place;
  });
}

/** Sorts each row by the mean place of its neighbours in the row before it, from the top down or from the bottom up. */
export function sweepOnce(weave: Weave, isDownward: boolean): void {
  const { rows, places, above, below, wishes } = weave;
  const neighbours = isDownward ? above : below;
  for (let step = 0; step < rows.length; step += 1) {
    const row = rows[isDownward ? step : rows.length - 1 - step];
    for (const node of row) {
      const around = neighbours[node];
      let sum = 0;
      for (const other of around) sum += places[other];
      wishes[node] = around.length === 0 ? places[node] : sum / around.length;
    }
    row.sort((a, b) => wishes[a] - wishes[b]);
    settle(row, weave);
  }
}

/** Neighbours change places while that takes crossings away. */
export function exchangeNeighbours({ rows, places, above, below }: Weave, roundsMax: number): void {
  let isImproving = true;
  for (let round = 0; isImproving && round < roundsMax; round += 1) {
    isImproving = false;
    for (const row of rows) {
      for (let index = 0; index + 1 < row.length; index += 1) {
        const left = row[index];
        const right = row[index + 1];
        const gain =
          gainOf(above[left], above[right], places) + gainOf(below[left], below[right], places);
        if (gain <= 0) continue;
        row[index] = right;
        row[index + 1] = left;
        places[right] = index;
        places[left] = index + 1;
        isImproving = true;
      }
    }
  }
}

/** Crossings fewer if two neighbours changed places, on one side of their row. */
function gainOf(left: readonly number[], right: readonly number[], places: Int32Array): number {
  let gain = 0;
  for (const one of left) {
    for (const other of right) gain += Math.sign(places[one] - places[other]);
  }
  return gain;
}

export function crossingsOf(weave: Weave): number {
  return weave.rows.reduce((sum, _, index) => sum + crossingsBelow(weave, index), 0);
}

/** Between a row and the next. */
export function crossingsBelow({ rows, places, below }: LinkedRows, index: number): number {
  const counts = new Int32Array((rows[index + 1]?.length ?? 0) + 1);
  let crossings = 0;
  let entered = 0;
  for (const node of rows[index]) {
    for (const other of below[node]) crossings += entered - countUpTo(counts, places[other] + 1);
    for (const other of below[node]) addAt(counts, places[other] + 1);
    entered += below[node].length;
  }
  return crossings;
}

/** How many were added at a place up to this one: the sums of a binary indexed tree (Fenwick). */
function countUpTo(counts: Int32Array, place: number): number {
  let sum = 0;
  for (let at = place; at > 0; at -= at & -at) sum += counts[at];
  return sum;
}

function addAt(counts: Int32Array, place: number): void {
  for (let at = place; at < counts.length; at += at & -at) counts[at] += 1;
}
