/**
 * Where calls leave and enter a box. Calls that leave a side stand in the order
 * of their targets, so that they do not cross at the start, and keep off the
 * part of the side below which something hangs.
 */
import { type Box, bottom, centerX, right } from './box';
import type { RouteEnds } from './edge-route';

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
  const ends = links.map((link): RouteEnds | undefined => {
    const from = boxes.get(link.fromId);
    const to = boxes.get(link.toId);
    if (from === undefined || to === undefined) return undefined;
    return { from, to, fromX: centerX(from), toX: centerX(to) };
  });
  for (const leaving of groupedBy(links, ends, 'fromId'))
    spreadLeaving(leaving, [...boxes.values()]);
  for (const entering of groupedBy(links, ends, 'toId')) spreadEntering(entering);
  return ends;
}

function groupedBy(
  links: readonly PortLink[],
  ends: readonly (RouteEnds | undefined)[],
  key: keyof PortLink,
): RouteEnds[][] {
  const groups = new Map<string, RouteEnds[]>();
  links.forEach((link, index) => {
    const end = ends[index];
    if (end === undefined || !isDownward(end)) return;
    const group = groups.get(link[key]);
    if (group === undefined) groups.set(link[key], [end]);
    else group.push(end);
  });
  return [...groups.values()];
}

function isDownward({ from, to }: RouteEnds): boolean {
  return to.y > bottom(from);
}

function spreadLeaving(leaving: RouteEnds[], boxes: readonly Box[]): void {
  const from = leaving[0]?.from;
  if (from === undefined) return;
  const hanging = boxes.filter(
    (box) =>
      box.y > bottom(from) &&
      box.y - bottom(from) < hangingLimit &&
      box.x < right(from) &&
      right(box) > from.x,
  );
  const far: RouteEnds[] = [];
  for (const end of leaving) {
    if (hanging.includes(end.to)) end.fromX = clamp(centerX(end.to), from, 8);
    else far.push(end);
  }
  const free = freePart(from, hanging);
  const order = far.sort((a, b) => centerX(a.to) - centerX(b.to) || a.to.y - b.to.y);
  const gap = Math.min(portGap, (free.to - free.from) / Math.max(1, order.length - 1));
  const span = gap * (order.length - 1);
  const mean = order.reduce((sum, end) => sum + centerX(end.to), 0) / Math.max(1, order.length);
  // A port stands under the middle of its side, a little towards where its calls go.
  const middle = (free.from + free.to) / 2;
  const wish = hanging.length > 0 ? middle : centerX(from) + (mean - centerX(from)) * 0.18;
  const start = Math.min(Math.max(wish - span / 2, free.from), free.to - span);
  order.forEach((end, index) => {
    end.fromX = start + index * gap;
  });
}

/** The widest stretch of the lower side with nothing hanging below it. */
function freePart(from: Box, hanging: readonly Box[]): { from: number; to: number } {
  let best = { from: from.x + cornerMargin, to: right(from) - cornerMargin };
  if (hanging.length === 0) return best;
  const stops = [...hanging].sort((a, b) => a.x - b.x);
  const parts: { from: number; to: number }[] = [];
  let start = from.x + 8;
  for (const box of stops) {
    parts.push({ from: start, to: box.x - 8 });
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
  const order = [...entering].sort((a, b) => a.fromX - b.fromX);
  const room = to.width - 2 * cornerMargin;
  const gap = Math.min(portGap, room / Math.max(1, order.length - 1));
  const mean = order.reduce((sum, end) => sum + end.fromX, 0) / order.length;
  const span = gap * (order.length - 1);
  const wish = centerX(to) + (mean - centerX(to)) * (order.length === 1 ? 0 : 0.12);
  const start = Math.min(
    Math.max(wish - span / 2, to.x + cornerMargin),
    right(to) - cornerMargin - span,
  );
  order.forEach((end, index) => {
    // A single call into something small or straight below comes in straight.
    const isStraight =
      order.length === 1 && end.fromX > to.x + 6 && end.fromX < right(to) - 6 && to.width < 110;
    end.toX = isStraight ? end.fromX : start + index * gap;
  });
}

function clamp(x: number, box: Box, margin: number): number {
  return Math.min(Math.max(x, box.x + margin), right(box) - margin);
}
