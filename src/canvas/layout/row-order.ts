/**
 * The order of the nodes within their rows, with few crossings: rows are sorted
 * by the mean place of their neighbours in the rows above and below
 * (barycentre, Sugiyama's method), then neighbours change places while that
 * shortens the links. Deterministic: ties keep the order in which nodes came.
 */
import type { LayoutLink } from './layout-graph';

const sweeps = 12;

export function orderRows(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): string[][] {
  const neighbours = neighboursOf(links);
  let ordered = rows.map((row) => [...row]);
  let best = ordered;
  let bestCost = costOf(best, links);
  for (let sweep = 0; sweep < sweeps && bestCost > 0; sweep += 1) {
    ordered = sweepOnce(ordered, neighbours, sweep % 2 === 0);
    const cost = costOf(ordered, links);
    if (cost < bestCost) {
      best = ordered;
      bestCost = cost;
    }
  }
  return swapNeighbours(best, links);
}

function neighboursOf(links: readonly LayoutLink[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (id: string, other: string) => {
    const list = neighbours.get(id);
    if (list === undefined) neighbours.set(id, [other]);
    else list.push(other);
  };
  for (const { fromId, toId } of links) {
    add(fromId, toId);
    add(toId, fromId);
  }
  return neighbours;
}

/** Where each node stands in its row, from −1 (left) over 0 (middle) to 1 (right). */
function placesOf(rows: readonly (readonly string[])[]): Map<string, number> {
  const placeOf = new Map<string, number>();
  const widest = Math.max(1, ...rows.map((row) => row.length));
  for (const row of rows) {
    row.forEach((id, index) => {
      placeOf.set(id, (2 * index + 1 - row.length) / widest);
    });
  }
  return placeOf;
}

function sweepOnce(
  rows: readonly (readonly string[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  isDownward: boolean,
): string[][] {
  const next = rows.map((row) => [...row]);
  const rowOf = new Map(next.flatMap((row, index) => row.map((id) => [id, index] as const)));
  for (let step = 0; step < next.length; step += 1) {
    const index = isDownward ? step : next.length - 1 - step;
    const placeOf = placesOf(next);
    const row = next[index] ?? [];
    const wishes = new Map(
      row.map((id) => {
        const around = (neighbours.get(id) ?? []).filter((other) =>
          isDownward ? (rowOf.get(other) ?? 0) <= index : (rowOf.get(other) ?? 0) >= index,
        );
        const sum = around.reduce((total, other) => total + (placeOf.get(other) ?? 0), 0);
        return [id, around.length === 0 ? (placeOf.get(id) ?? 0) : sum / around.length];
      }),
    );
    next[index] = [...row].sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
  }
  return next;
}

/** Crossings weigh most, then the sideways length of the links. */
function costOf(rows: readonly (readonly string[])[], links: readonly LayoutLink[]): number {
  const placeOf = placesOf(rows);
  const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
  let cost = 0;
  const spans = links.map(({ fromId, toId }) => {
    const fromRow = rowOf.get(fromId) ?? 0;
    const toRow = rowOf.get(toId) ?? 0;
    const from = placeOf.get(fromId) ?? 0;
    const to = placeOf.get(toId) ?? 0;
    const sideways = Math.abs(from - to);
    cost += fromRow === toRow ? sideways * 4 : sideways;
    return fromRow < toRow
      ? { top: fromRow, low: toRow, topPlace: from, lowPlace: to }
      : { top: toRow, low: fromRow, topPlace: to, lowPlace: from };
  });
  for (let a = 0; a < spans.length; a += 1) {
    for (let b = a + 1; b < spans.length; b += 1) {
      const one = spans[a];
      const two = spans[b];
      if (one === undefined || two === undefined) continue;
      if (one.top !== two.top || one.low !== two.low || one.top === one.low) continue;
      if ((one.topPlace - two.topPlace) * (one.lowPlace - two.lowPlace) < 0) cost += 10;
    }
  }
  return cost;
}

/** Swapping every pair of neighbours costs a full count each time, which only small drawings can afford. */
const swapLimit = 40;

function swapNeighbours(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): string[][] {
  const best = rows.map((row) => [...row]);
  if (best.reduce((sum, row) => sum + row.length, 0) > swapLimit) return best;
  let bestCost = costOf(best, links);
  for (let isImproving = true; isImproving; ) {
    isImproving = false;
    for (const row of best) {
      for (let index = 0; index + 1 < row.length; index += 1) {
        swap(row, index);
        const cost = costOf(best, links);
        if (cost < bestCost - 1e-9) {
          bestCost = cost;
          isImproving = true;
        } else {
          swap(row, index);
        }
      }
    }
  }
  return best;
}

function swap(row: string[], index: number): void {
  const left = row[index];
  const rightOne = row[index + 1];
  if (left === undefined || rightOne === undefined) return;
  row[index] = rightOne;
  row[index + 1] = left;
}
