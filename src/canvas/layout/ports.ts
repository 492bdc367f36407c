/**
 * Where calls leave and enter a box. Calls that leave a side stand in the order
 * of their targets, so that they do not cross at the start, and keep off the
 * part of the side below which something hangs.
 */
import { type Box, bottom, centerX, right } from './box';
import { liesAbove, type RouteEnds } from './edge-route';

export interface PortLink {
  fromId: string;
  toId: string;
}

/** Distance between two ports of one side, px. */
const portGap = 18;
/** Ports keep this far from the corners, px. */
const cornerMargin = 16;
/** What starts less than this below a side hangs at it, px. */
const hangingLimit = 26;

/** The ends of each link, in the order of `links`; `undefined` where a box is missing. */
export function portsOf(
  links: readonly PortLink[],
  boxes: ReadonlyMap<string, Box>,
): (RouteEnds | undefined)[] {
  const ends = links.map((link) => endsOf(link, boxes));
  const downward = ends.filter(isDownward);
  for (const leaving of groupedBy(downward, 'from')) spreadLeaving(leaving, [...boxes.values()]);
  for (const entering of groupedBy(downward, 'to')) spreadEntering(entering);
  return ends;
}

function endsOf(
  { fromId, toId }: PortLink,
  boxes: ReadonlyMap<string, Box>,
): RouteEnds | undefined {
  const caller = boxes.get(fromId);
  const callee = boxes.get(toId);
  if (caller === undefined || callee === undefined) return undefined;
  const [from, to] = liesAbove(callee, caller) ? [callee, caller] : [caller, callee];
  return { from, to, fromX: centerX(from), toX: centerX(to) };
}

function isDownward(end: RouteEnds | undefined): end is RouteEnds {
  return end !== undefined && liesAbove(end.from, end.to);
}

function groupedBy(ends: readonly RouteEnds[], side: 'from' | 'to'): RouteEnds[][] {
  const groups = new Map<Box, RouteEnds[]>();
  for (const end of ends) {
    const group = groups.get(end[side]);
    if (group === undefined) groups.set(end[side], [end]);
    else group.push(end);
  }
  return [...groups.values()];
}

function spreadLeaving(leaving: RouteEnds[], boxes: readonly Box[]): void {
  const from = leaving[0]?.from;
  if (from === undefined) return;
  const called = new Set(leaving.map(({ to }) => to));
  const hanging = boxes.filter(
    (box) =>
      box.y > bottom(from) &&
      box.y - bottom(from) < hangingLimit &&
      (called.has(box) || (box.x < right(from) && right(box) > from.x)),
  );
  const far: RouteEnds[] = [];
  for (const end of leaving) {
    if (hanging.includes(end.to)) end.fromX = clamp(centerX(end.to), from, 8);
    else far.push(end);
  }
  const order = far.sort((a, b) => centerX(a.to) - centerX(b.to) || a.to.y - b.to.y);
  const side = freePart(from, hanging);
  const places = spread(
    order.map((end) => wishOf(centerX(end.to), side)),
    side,
  );
  order.forEach((end, index) => {
    end.fromX = places[index];
  });
}

export interface Side {
  from: number;
  to: number;
}

interface Wish {
  place: number;
  /** Straight lines give way last. */
  weight: number;
}

/** Straight on where the other end lies across from the middle of the side; else a little towards it. */
export function wishOf(otherX: number, side: Side): Wish {
  const middle = (side.from + side.to) / 2;
  const half = (side.to - side.from) / 2;
  if (Math.abs(otherX - middle) <= 0.6 * half) return { place: otherX, weight: 6 };
  const place = middle + Math.min(Math.max((otherX - middle) * 0.3, -0.5 * half), 0.5 * half);
  return { place, weight: 1 };
}

/** The places nearest to the wishes (in ascending order of their ends) that keep a gap and stay on the side. */
export function spread(wishes: readonly Wish[], side: Side): number[] {
  const gap = Math.min(portGap, (side.to - side.from) / Math.max(1, wishes.length - 1));
  const groups: { sum: number; weight: number; count: number }[] = [];
  // Each wish is shifted by its rank, so that keeping the gap means keeping the order.
  wishes.forEach(({ place, weight }, rank) => {
    let group = { sum: (place - rank * gap) * weight, weight, count: 1 };
    for (let last = groups.at(-1); last !== undefined; last = groups.at(-1)) {
      if (last.sum / last.weight < group.sum / group.weight) break;
      groups.pop();
      group = {
        sum: last.sum + group.sum,
        weight: last.weight + group.weight,
        count: last.count + group.count,
      };
    }
    groups.push(group);
  });
  const start = Math.max(side.from, side.to - gap * (wishes.length - 1));
  const shifted = groups.flatMap(({ sum, weight, count }) =>
    Array<number>(count).fill(sum / weight),
  );
  return shifted.map((place, rank) => Math.min(Math.max(place, side.from), start) + rank * gap);
}

/** The widest stretch of the lower side with nothing hanging below it. */
export function freePart(from: Box, hanging: readonly Box[]): Side {
  let best = { from: from.x + cornerMargin, to: right(from) - cornerMargin };
  if (hanging.length === 0) return best;
  const stops = [...hanging].sort((a, b) => a.x - b.x);
  const parts: { from: number; to: number }[] = [];
  let start = from.x + 8;
  for (const box of stops) {
    // What is called close below may hang beside the side as well.
    parts.push({ from: start, to: Math.min(box.x, right(from)) - 8 });
    start = Math.max(start, right(box) + 8);
  }
  parts.push({ from: start, to: right(from) - 8 });
  best = parts.reduce((widest, part) =>
    part.to - part.from > widest.to - widest.from ? part : widest,
  );
  return best.to >= best.from ? best : { from: centerX(from), to: centerX(from) };
}

function spreadEntering(entering: RouteEnds[]): void {
  const to = entering[0]?.to;
  if (to === undefined) return;
  const margin = Math.min(cornerMargin, to.width / 8);
  const side = { from: to.x + margin, to: right(to) - margin };
  const order = [...entering].sort((a, b) => a.fromX - b.fromX);
  const places = spread(
    order.map((end) => wishOf(end.fromX, side)),
    side,
  );
  order.forEach((end, index) => {
    end.toX = places[index];
  });
}

function clamp(x: number, box: Box, margin: number): number {
  return Math.min(Math.max(x, box.x + margin), right(box) - margin);
}
