/**
 * The ways of calls after a change of the cut: those whose ends stand keep theirs, and go along where others
 * make room. Loaded when somebody cuts.
 */
import type { CallBundle } from './canvas-graph';
import { type CallWays, waysAmong } from './kept-ways';
import { type Box, bottom, type Point, right } from './layout/box';
import { type Curve, upright } from './layout/edge-route';

/** Ways that are kept pass boxes at least so far away, px. */
export const clearPx = 2;

type Boxes = ReadonlyMap<string, Box>;

/** The ways before among the boxes after, as far as they still hold. `grownId`: for whom the others made room. */
export function carriedWays(
  ways: CallWays,
  calls: readonly CallBundle[],
  before: Boxes,
  after: Boxes,
  grownId: string | undefined,
): CallWays {
  const push = pushFrom(before, after, grownId);
  const known = calls.flatMap(({ id, fromId, toId }) => {
    const way = ways.get(id) ?? [];
    const end = way.at(-1)?.to;
    return end === undefined
      ? []
      : [{ id, way, start: { id: fromId, at: way[0].from }, end: { id: toId, at: end } }];
  });
  const endAt = endsAfter(
    known.flatMap(({ start, end }) => [start, end]),
    before,
    after,
  );
  const carried = known.flatMap(({ id, way, start, end }): [string, readonly Curve[]][] => {
    const [from, to] = [endAt(start), endAt(end)];
    return from === null || to === null ? [] : [[id, pushedWay(way, from, to, push)]];
  });
  return waysAmong(new Map(carried), calls, after, -clearPx);
}

/** How room was made: whatever lay beyond an end of what grew has moved as far as the boxes there. */
function pushFrom(before: Boxes, after: Boxes, grownId: string | undefined): (at: Point) => Point {
  const grown = before.get(grownId ?? '');
  if (grown === undefined) return (at) => at;
  const shifts = [...before].flatMap(([id, box]) => {
    const now = after.get(id);
    return now === undefined || !isSameSize(box, now)
      ? []
      : [{ x: now.x - box.x, y: now.y - box.y }];
  });
  const leftward = Math.min(0, ...shifts.map(({ x }) => x));
  const rightward = Math.max(0, ...shifts.map(({ x }) => x));
  const downward = Math.max(0, ...shifts.map(({ y }) => y));
  return ({ x, y }) => {
    const share = Math.min(1, Math.max(0, (x - grown.x) / grown.width));
    return {
      x: x + leftward + (rightward - leftward) * share,
      y: y >= bottom(grown) ? y + downward : y,
    };
  };
}

function isSameSize(one: Box, other: Box): boolean {
  return one.width === other.width && one.height === other.height;
}

/** Ends keep this far from the corners of a box that has become narrower, px. */
const cornerPx = 8;

/** Where a way meets a box. */
interface End {
  id: string;
  at: Point;
}

/**
 * Where ways that ended at the upper or lower sides of boxes end at them now; `null` if nobody can tell. Ends
 * stay where they are on a side that is narrower, unless it has become too narrow for one of them.
 */
function endsAfter(ends: readonly End[], before: Boxes, after: Boxes): (end: End) => Point | null {
  const narrow = new Set(
    ends.flatMap(({ id, at }) => {
      const box = after.get(id);
      const isOff = box === undefined || at.x < box.x + cornerPx || at.x > right(box) - cornerPx;
      return isOff ? [id] : [];
    }),
  );
  return ({ id, at }) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === undefined || is === undefined) return null;
    if (isSameSize(was, is)) return { x: at.x + is.x - was.x, y: at.y + is.y - was.y };
    const isUpper = Math.abs(at.y - was.y) < 1;
    if (!isUpper && Math.abs(at.y - bottom(was)) >= 1) return null;
    const share = (at.x - was.x - cornerPx) / (was.width - 2 * cornerPx);
    const x = narrow.has(id) ? is.x + cornerPx + share * (is.width - 2 * cornerPx) : at.x;
    return { x, y: isUpper ? is.y : bottom(is) };
  };
}

function pushedWay(
  way: readonly Curve[],
  start: Point,
  end: Point,
  push: (at: Point) => Point,
): Curve[] {
  const last = way.length - 1;
  return way.map((curve, index) => {
    const from = index === 0 ? start : push(curve.from);
    const to = index === last ? end : push(curve.to);
    if (isUpright(curve)) return upright(from, to);
    return { from, control1: push(curve.control1), control2: push(curve.control2), to };
  });
}

function isUpright({ from, control1, control2, to }: Curve): boolean {
  return control1.x === from.x && control2.x === to.x && control1.y === control2.y;
}
