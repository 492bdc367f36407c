/**
 * Rows for calls of which few lead to somebody whom another calls as well. Trees of calls are put into
 * rows without a crossing; then the second calls are threaded through them, around whole subtrees and
 * back up where that crosses less.
 */
import { type Call, type CallForest, callForestOf } from './call-forest';
import type { Foot } from './foot';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import { PlantedTrees } from './planted-trees';
import { assignRows } from './row-assignment';
import { laneFoot, lanePitch, type SpannedRows } from './spans';
import { staggeredRows } from './staggered-rows';
import { spansOf } from './threaded-spans';
import { threadCalls } from './threading';

/** So many nodes and pairs of second calls are looked at for the order of the trees, and places for the ways through them. */
const forestWorkMax = 300_000;
const threadWorkMax = 1_000_000;
/** With more second calls than this, all in all and for each node, their ways fill the drawing and take long to find. */
const secondsMax = 60;
const secondShareMax = 0.2;

export interface CountedRows extends SpannedRows {
  crossings: number;
}

/** Whether few nodes have a second caller, and none are framed together. */
export function isAlmostTree(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): boolean {
  const secondCount = links.length - new Set(links.map(({ toId }) => toId)).size;
  if (secondCount > Math.min(secondsMax, secondShareMax * nodes.length)) return false;
  return nodes.every(({ groupId }) => groupId === undefined);
}

/** Adds the lanes' measures to `feet`. */
export function almostTreeRows(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  feet: Map<string, Foot>,
  spacing: LayoutSpacing,
): CountedRows {
  const levelOf = assignRows(nodes, links);
  const levels = Int32Array.from(nodes, ({ id }) => levelOf.get(id) ?? 0);
  const calls = callsAmong(nodes, links, levels);
  const forest = callForestOf(levels, calls, forestWorkMax);
  const widths = nodes.map(({ id }) => (feet.get(id)?.width ?? 0) + spacing.columnGap);
  const plain = plainRows(forest, calls, levels, widths, spacing.rowWidthMax);
  const rowsIn = (seconds: readonly number[]) =>
    threadedRows(new PlantedTrees(plain, forest, calls, widths), seconds, nodes, links);
  // Which way lies first decides what is left for the others: the better of both orders wins.
  let best = rowsIn(forest.seconds);
  if (best.crossings > 0) {
    const other = rowsIn([...forest.seconds].reverse());
    if (other.crossings < best.crossings) best = other;
  }
  for (const { laneIds } of best.spans) {
    for (const id of laneIds) feet.set(id, laneFoot(spacing.columnGap));
  }
  return best;
}

/** `seconds`: in the order in which they are threaded first. */
function threadedRows(
  trees: PlantedTrees,
  seconds: readonly number[],
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): CountedRows {
  const threaded = seconds.filter((call) => trees.isBetweenRows(call));
  const ends = threaded.map((call) => trees.endsOf(call));
  const widths = { pass: lanePitch, turn: 2 * lanePitch };
  const { rows, threads, crossings } = threadCalls(trees.rows, ends, widths, threadWorkMax);
  const all = new Map(trees.threads);
  threaded.forEach((call, index) => {
    all.set(call, threads[index]);
  });
  const ids: string[] = [];
  nodes.forEach(({ id }, node) => {
    ids[trees.numbers[node]] = id;
  });
  return { ...spansOf(links, all, rows, ids), crossings };
}

function callsAmong(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  levels: Int32Array,
): Call[] {
  const numberOf = new Map(nodes.map(({ id }, node) => [id, node]));
  return links.map(({ fromId, toId }) => {
    const from = numberOf.get(fromId) ?? 0;
    const to = numberOf.get(toId) ?? 0;
    return levels[from] <= levels[to] ? { upper: from, lower: to } : { upper: to, lower: from };
  });
}

/** Levels from the top down, each from left to right; an empty row above those at which second calls end, to turn in between siblings. */
function plainRows(
  forest: CallForest,
  calls: readonly Call[],
  levels: Int32Array,
  widths: readonly number[],
  widthMax: number,
): number[][] {
  const byLevel: number[][] = [];
  for (const node of walkOf(forest, calls)) {
    byLevel[levels[node]] ??= [];
    byLevel[levels[node]].push(node);
  }
  const measures = {
    callerOf: (node: number) => calls[forest.hangsBy[node]]?.upper ?? -1,
    widthOf: (node: number) => widths[node],
    widthMax,
  };
  const ends = new Set(forest.seconds.map((call) => calls[call].lower));
  return byLevel
    .flatMap((level) => staggeredRows(level, measures))
    .flatMap((row) => (row.some((node) => ends.has(node)) ? [[], row] : [row]));
}

/** Callers before those who hang at them, and these from left to right. */
function walkOf({ hangsBy, callsFrom }: CallForest, calls: readonly Call[]): number[] {
  const walked: number[] = [];
  const visit = (node: number): void => {
    walked.push(node);
    for (const call of callsFrom[node]) {
      if (hangsBy[calls[call].lower] === call) visit(calls[call].lower);
    }
  };
  hangsBy.forEach((call, node) => {
    if (call < 0) visit(node);
  });
  return walked;
}
