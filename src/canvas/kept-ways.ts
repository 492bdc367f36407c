/** Ways of calls that were kept through a cut: they hold as long as they lead from part to part, and through none. */
import type { KeptWay, KeptWays } from '../workspace/ways';
import type { CallBundle, UnitForm } from './canvas-graph';
import { type Box, bottom, overlaps, type Point, right, unionOf } from './layout/box';
import { type Curve, pointOn } from './layout/edge-route';

export type CallWays = ReadonlyMap<string, readonly Curve[]>;

const none: CallWays = new Map();

/** Places in another form are not quite the same: a way is kept for the one in which it was seen. */
export function shownWays(form: UnitForm, kept: KeptWays | undefined): CallWays {
  if (kept?.form !== form) return none;
  return new Map(Object.entries(kept.ways).map(([id, way]) => [id, curvesOf(way)]));
}

export function keptWays(form: UnitForm, ways: CallWays): KeptWays {
  const entries = [...ways].map(([id, curves]) => [id, keptWay(curves)] as const);
  return { form, ways: Object.fromEntries(entries) };
}

function curvesOf(way: KeptWay): Curve[] {
  const points = Array.from({ length: way.length / 2 }, (_, index) => {
    return { x: way[2 * index], y: way[2 * index + 1] };
  });
  return Array.from({ length: Math.max(0, (points.length - 1) / 3) }, (_, index) => {
    const [from, control1, control2, to] = points.slice(3 * index, 3 * index + 4);
    return { from, control1, control2, to };
  });
}

function keptWay(curves: readonly Curve[]): KeptWay {
  const points = curves.flatMap(({ control1, control2, to }) => [control1, control2, to]);
  return [...curves.slice(0, 1).map(({ from }) => from), ...points].flatMap(({ x, y }) => [
    Math.round(x * 10) / 10,
    Math.round(y * 10) / 10,
  ]);
}

type Call = Pick<CallBundle, 'id' | 'fromId' | 'toId'>;

/**
 * Of these calls, those whose ways still hold. `standing`: the customers and the units, which they may
 * run so far into, px.
 */
export function waysAmong(
  ways: CallWays,
  calls: readonly Call[],
  standing: ReadonlyMap<string, Box>,
  depth = nearPx,
): CallWays {
  if (ways.size === 0) return ways;
  return new Map(
    calls.flatMap((call) => {
      const way = ways.get(call.id);
      return way !== undefined && holds(call, way, standing, depth)
        ? [[call.id, way] as const]
        : [];
    }),
  );
}

function holds(
  { fromId, toId }: Call,
  way: readonly Curve[],
  standing: ReadonlyMap<string, Box>,
  depth: number,
): boolean {
  const from = standing.get(fromId);
  const to = standing.get(toId);
  const end = way.at(-1);
  if (from === undefined || to === undefined || end === undefined) return false;
  if (!isAtSide(way[0].from, from) || !isAtSide(end.to, to)) return false;
  const reach = reachOf(way);
  return ![...standing.values()].some((box) => {
    // Where a way begins and ends it touches.
    const into = box === from || box === to ? nearPx : depth;
    return overlaps(box, reach, -into) && way.some((curve) => runsInto(curve, box, into));
  });
}

/** So near to a side is at it: places are kept in whole pixels of another form. */
const nearPx = 1.5;

function isAtSide({ x, y }: Point, box: Box): boolean {
  const toSides = [x - box.x, right(box) - x, y - box.y, bottom(box) - y];
  return Math.abs(Math.min(...toSides)) < nearPx;
}

function reachOf(way: readonly Curve[]): Box {
  const points = way.flatMap(({ from, control1, control2, to }) => [from, control1, control2, to]);
  return unionOf(points.map((point) => ({ ...point, width: 0, height: 0 })));
}

/** Points of a curve that are looked at lie about this far apart, px. */
const lookPx = 6;

/** Whether a curve runs further into a box than `depth`. */
function runsInto({ from, control1, control2, to }: Curve, box: Box, depth: number): boolean {
  const [left, top] = [box.x + depth, box.y + depth];
  const [far, low] = [right(box) - depth, bottom(box) - depth];
  if (Math.max(from.x, control1.x, control2.x, to.x) <= left) return false;
  if (Math.min(from.x, control1.x, control2.x, to.x) >= far) return false;
  if (Math.max(from.y, control1.y, control2.y, to.y) <= top) return false;
  if (Math.min(from.y, control1.y, control2.y, to.y) >= low) return false;
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const steps = Math.max(16, Math.ceil(length / lookPx));
  for (let step = 1; step < steps; step += 1) {
    const { x, y } = pointOn({ from, control1, control2, to }, step / steps);
    if (x > left && x < far && y > top && y < low) return true;
  }
  return false;
}
