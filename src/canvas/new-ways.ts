/** Ways for calls that have none among standing boxes, or whose way crosses others or leads through a box. Loaded when somebody cuts. */
import type { CallBundle, CanvasGraph } from './canvas-graph';
import { canvasRoutesOf } from './canvas-routes';
import type { CallWays } from './kept-ways';
import { type Box, grownBy } from './layout/box';
import type { Curve } from './layout/edge-route';
import { crossingCount, runsThrough } from './layout/line-counts';
import { type Trace, tracesOf } from './layout/line-crossings';
import { foundWay } from './layout/way-finder';
import { clearPx } from './ways-after-cut';

/** A line through a box is worse than one over so many others. */
const crossingsPerBox = 8;
/** Boxes times calls that are looked at; beyond that calls go as they would anyway. */
const workMax = 12_000;

/**
 * All ways, `ways` as they are. None where there were none and those that the calls find among the boxes
 * by themselves are good.
 */
export function withNewWays(
  ways: CallWays,
  graph: CanvasGraph,
  boxes: ReadonlyMap<string, Box>,
): CallWays {
  const units = graph.units.map((unit) => ({ ...unit, innerLinks: [] }));
  const calls = graph.bundles.filter(({ isInner }) => !isInner);
  const drawn = { units, bundles: calls, bundleOfEdge: new Int32Array() };
  const found = canvasRoutesOf(drawn, boxes, undefined, ways);
  const lines = new Map(calls.map(({ id }, index) => [id, found[index]]));
  const traces = new Map(found.map((line, index) => [calls[index].id, tracesOf([line])[0]]));
  let isBetter = false;
  for (const call of calls.filter(({ id }) => !ways.has(id)).slice(0, callsMax(boxes))) {
    const way = betterWay(call, traces, boxes);
    if (way === null) continue;
    lines.set(call.id, way);
    traces.set(call.id, tracesOf([way])[0]);
    isBetter = true;
  }
  return ways.size > 0 || isBetter ? lines : ways;
}

function callsMax(boxes: ReadonlyMap<string, Box>): number {
  return Math.floor(workMax / Math.max(1, boxes.size));
}

/** `null` where the way that it has is as good as any. `traces`: of the ways that all calls have. */
function betterWay(
  { id, fromId, toId }: CallBundle,
  traces: ReadonlyMap<string, Trace | undefined>,
  boxes: ReadonlyMap<string, Box>,
): readonly Curve[] | null {
  const [from, to] = [boxes.get(fromId), boxes.get(toId)];
  if (from === undefined || to === undefined) return null;
  const others = [...traces].flatMap(([other, trace]) => (other === id ? [] : (trace ?? [])));
  // One that runs along a side is no better than one through it.
  const foreign = [...boxes.values()].flatMap((box) =>
    box === from || box === to ? [] : [grownBy(box, clearPx)],
  );
  const present = faultsOf(traces.get(id), others, foreign);
  if (present === 0) return null;
  const way = foundWay(from, to, [...boxes.values()], others);
  const isBetter = way !== null && faultsOf(tracesOf([way])[0], others, foreign) < present;
  return isBetter ? way : null;
}

function faultsOf(
  trace: Trace | undefined,
  others: readonly Trace[],
  boxes: readonly Box[],
): number {
  if (trace === undefined) return 0;
  const through = boxes.filter((box) => runsThrough(trace, box)).length;
  return crossingCount([trace], others) + crossingsPerBox * through;
}
