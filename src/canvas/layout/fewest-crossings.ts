/**
 * The order of the nodes within their rows with as few crossings as can be found
 * in a moment: sweeps by the mean place of the neighbours (barycentre), after each
 * of which neighbours change places while that takes crossings away. Crossings
 * are counted, between each row and the next; calls that skip rows have a lane in each.
 */
import type { LayoutLink } from './layout-graph';
import { orderRows } from './row-order';

/** How long a better order is looked for, by the number of nodes and lanes. */
function effortFor(count: number) {
  if (count < 150) return { patience: 6, sweepsMax: 30, exchangesMax: 20 };
  return count < 1000
    ? { patience: 4, sweepsMax: 16, exchangesMax: 6 }
    : { patience: 2, sweepsMax: 6, exchangesMax: 2 };
}

/** Nodes are numbered; `above` and `below` are their neighbours in the rows next to theirs. */
interface Weave {
  rows: number[][];
  /** Place of each node in its row. */
  places: Int32Array;
  above: number[][];
  below: number[][];
}

/** Of fewer nodes and lanes more beginnings are tried, since one sweep may end where another does not. */
const smallBelow = 150;

export function orderForFewestCrossings(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): string[][] {
  const ids = rows.flat();
  const walked = depthFirst(rows, links);
  const beginnings =
    ids.length < smallBelow
      ? [orderRows(rows, links), rows, walked, mirrored(rows), mirrored(walked)]
      : [rows, walked];
  const [first, ...others] = beginnings.map((order) => improved(weaveOf(order, ids, links)));
  const best = others.reduce(
    (one, other) => (other.crossings < one.crossings ? other : one),
    first,
  );
  return best.rows.map((row) => row.map((node) => ids[node]));
}

function mirrored(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => [...row].reverse());
}

/** Each node where a walk along the calls first meets it, so that those with one caller stand together. */
export function depthFirst(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): string[][] {
  const calleesOf = new Map<string, string[]>();
  for (const { fromId, toId } of links) {
    const callees = calleesOf.get(fromId);
    if (callees === undefined) calleesOf.set(fromId, [toId]);
    else callees.push(toId);
  }
  const rankOf = new Map<string, number>();
  const visit = (id: string): void => {
    if (rankOf.has(id)) return;
    rankOf.set(id, rankOf.size);
    for (const callee of calleesOf.get(id) ?? []) visit(callee);
  };
  for (const id of rows.flat()) visit(id);
  return rows.map((row) => [...row].sort((a, b) => (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0)));
}

function weaveOf(
  order: readonly (readonly string[])[],
  ids: readonly string[],
  links: readonly LayoutLink[],
): Weave {
  const numberOf = new Map(ids.map((id, node) => [id, node]));
  const rows = order.map((row) => row.map((id) => numberOf.get(id) ?? 0));
  const rowOf = new Int32Array(ids.length);
  rows.forEach((row, index) => {
    for (const node of row) rowOf[node] = index;
  });
  const above: number[][] = ids.map(() => []);
  const below: number[][] = ids.map(() => []);
  for (const { fromId, toId } of links) {
    const from = numberOf.get(fromId) ?? 0;
    const to = numberOf.get(toId) ?? 0;
    if (Math.abs(rowOf[to] - rowOf[from]) !== 1) continue;
    const [upper, lower] = rowOf[from] < rowOf[to] ? [from, to] : [to, from];
    below[upper].push(lower);
    above[lower].push(upper);
  }
  const weave = { rows, places: new Int32Array(ids.length), above, below };
  rows.forEach((row) => {
    settle(row, weave);
  });
  return weave;
}

function settle(row: readonly number[], { places }: Weave): void {
  row.forEach((node, place) => {
    places[node] = place;
  });
}

function improved(weave: Weave): { rows: number[][]; crossings: number } {
  let best = weave.rows.map((row) => [...row]);
  let crossings = crossingsOf(weave);
  let waiting = 0;
  const { patience, sweepsMax, exchangesMax } = effortFor(weave.places.length);
  for (let sweep = 0; sweep < sweepsMax && crossings > 0 && waiting < patience; sweep += 1) {
    sweepOnce(weave, sweep % 2 === 0);
    exchangeNeighbours(weave, exchangesMax);
    const count = crossingsOf(weave);
    waiting += 1;
    if (count >= crossings) continue;
    best = weave.rows.map((row) => [...row]);
    crossings = count;
    waiting = 0;
  }
  return { rows: best, crossings };
}

/** Sorts each row by the rows before it, from the top down or from the bottom up. */
function sweepOnce(weave: Weave, isDownward: boolean): void {
  const { rows, places, above, below } = weave;
  const neighbours = isDownward ? above : below;
  for (const row of isDownward ? rows : [...rows].reverse()) {
    const wishes = new Map(
      row.map((node) => {
        const around = neighbours[node];
        const sum = around.reduce((total, other) => total + places[other], 0);
        return [node, around.length === 0 ? places[node] : sum / around.length];
      }),
    );
    row.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
    settle(row, weave);
  }
}

function exchangeNeighbours({ rows, places, above, below }: Weave, roundsMax: number): void {
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

function crossingsOf({ rows, places, below }: Weave): number {
  let crossings = 0;
  rows.forEach((row, index) => {
    const counts = new Int32Array((rows[index + 1]?.length ?? 0) + 1);
    let entered = 0;
    for (const node of row) {
      for (const other of below[node]) crossings += entered - countUpTo(counts, places[other] + 1);
      for (const other of below[node]) {
        addAt(counts, places[other] + 1);
        entered += 1;
      }
    }
  });
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
