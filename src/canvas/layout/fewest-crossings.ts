/**
 * The order of the nodes within their rows with as few crossings as can be found
 * in a moment: sweeps by the mean place of the neighbours (barycentre), after each
 * of which neighbours change places while that takes crossings away; from several
 * beginnings, since one may end where another does not. Calls that skip rows have
 * a lane in each.
 */
import type { LayoutLink } from './layout-graph';
import { orderRows } from './row-order';
import { seededDraw } from './seeded-draw';
import { moveSubtrees } from './subtrees';
import { arrange, crossingsOf, exchangeNeighbours, sweepOnce, type Weave, weaveOf } from './weave';

/** Of fewer nodes and lanes more beginnings are tried. */
const smallBelow = 150;

export interface RowOrder {
  rows: string[][];
  crossings: number;
}

/** `workMax`: links that may be looked at, each once a sweep; the first beginning gets two sweeps in any case. */
export function orderForFewestCrossings(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
  workMax = 40_000,
): RowOrder {
  const ids = rows.flat();
  const weave = weaveOf(rows, links);
  let best = { rows: weave.rows, crossings: Number.POSITIVE_INFINITY };
  let sweepsLeft = Math.max(2, Math.floor(workMax / Math.max(1, weave.linkCount)));
  for (const beginning of beginningsOf(rows, links)) {
    arrange(weave, beginning);
    const { sweeps, ...found } = improved(weave, sweepsLeft);
    if (found.crossings < best.crossings) best = found;
    sweepsLeft -= sweeps + 1;
    if (best.crossings === 0 || sweepsLeft <= 0) break;
  }
  return { rows: best.rows.map((row) => row.map((node) => ids[node])), crossings: best.crossings };
}

/** Nodes and links that may be looked at from each order in which subtrees begin to be moved. */
const subtreeWorkMax = 600_000;
/** Where more of the nodes and lanes have a second neighbour above them, moving trees helps little. */
const sharedShareMax = 0.1;

/** As `orderForFewestCrossings`; where most have one caller, whole subtrees are moved as well. */
export function orderWithSubtrees(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): RowOrder {
  const found = orderForFewestCrossings(rows, links);
  const { length } = rows.flat();
  if (links.length - length > sharedShareMax * length) return found;
  let best = found;
  for (const beginning of [found.rows, rows]) {
    if (best.crossings === 0) break;
    const own = beginning.flat();
    const weave = weaveOf(beginning, links);
    moveSubtrees(weave, subtreeWorkMax);
    exchangeNeighbours(weave, patienceFor(own.length).exchangesMax);
    const crossings = crossingsOf(weave);
    if (crossings >= best.crossings) continue;
    best = { rows: weave.rows.map((row) => row.map((node) => own[node])), crossings };
  }
  return best;
}

/** Orders to begin with, the likeliest first; of a small drawing without an end. */
function* beginningsOf(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): Generator<number[][]> {
  const ids = rows.flat();
  const numberOf = new Map(ids.map((id, node) => [id, node]));
  const numbered = (order: readonly (readonly string[])[]) =>
    order.map((row) => row.map((id) => numberOf.get(id) ?? 0));
  const given = numbered(rows);
  const walked = numbered(depthFirst(rows, links));
  yield given;
  yield walked;
  if (ids.length >= smallBelow) return;
  yield numbered(orderRows(rows, links));
  yield mirrored(given);
  yield mirrored(walked);
  const draw = seededDraw();
  for (;;) yield given.map((row) => shuffled(row, draw));
}

function mirrored(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => [...row].reverse());
}

function shuffled(row: readonly number[], draw: (below: number) => number): number[] {
  const order = [...row];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
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

/** How long one beginning is followed, by the number of nodes and lanes. */
function patienceFor(count: number) {
  if (count < smallBelow) return { patience: 6, sweepsMax: 30, exchangesMax: 20 };
  return count < 1000
    ? { patience: 4, sweepsMax: 16, exchangesMax: 6 }
    : { patience: 2, sweepsMax: 6, exchangesMax: 2 };
}

function improved(
  weave: Weave,
  sweepsLeft: number,
): { rows: number[][]; crossings: number; sweeps: number } {
  const { patience, sweepsMax, exchangesMax } = patienceFor(weave.places.length);
  let best = weave.rows.map((row) => [...row]);
  let crossings = crossingsOf(weave);
  let waiting = 0;
  let sweeps = 0;
  while (crossings > 0 && waiting < patience && sweeps < Math.min(sweepsMax, sweepsLeft)) {
    sweepOnce(weave, sweeps % 2 === 0);
    exchangeNeighbours(weave, exchangesMax);
    const count = crossingsOf(weave);
    sweeps += 1;
    waiting += 1;
    if (count >= crossings) continue;
    best = weave.rows.map((row) => [...row]);
    crossings = count;
    waiting = 0;
  }
  return { rows: best, crossings, sweeps };
}
