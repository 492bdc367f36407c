/** The cheapest way for one call through a drawing in which all else stands: around boxes, over few other ways. */
import { type Box, bottom, overlaps, type Point } from './box';
import { type Curve, upright } from './edge-route';
import type { Trace } from './line-crossings';
import { NearestFirst } from './nearest-first';
import { blocked, clearance, lineFrom, nearestLine, type WayGrid, wayGridOf } from './way-grid';

/** What speaks against a piece of a way: as so many px of a longer one. */
const costs = { crossing: 900, bend: 30, shared: 3, upward: 1 };
/** So many ports are tried on each side, px from the corners. */
const portCount = 7;
const cornerPx = 12;
/** Swings are at most this high on either side of where they lead across, px. */
const swingMax = 40;
/** And keep so far from boxes. */
const rimPx = 2;

/** From the lower side of one box to the upper side of another; `null` where there is none. `boxes`: both among them. */
export function foundWay(
  from: Box,
  to: Box,
  boxes: readonly Box[],
  traces: readonly Trace[],
): Curve[] | null {
  const [starts, ends] = [portsOn(from), portsOn(to)];
  const grid = wayGridOf(boxes, traces, [...starts, ...ends]);
  const corners = cheapestPath(
    grid,
    placesAt(grid, starts, lineFrom(grid.ys, bottom(from) + clearance - 1)),
    placesAt(grid, ends, lineFrom(grid.ys, to.y - clearance + 1) - 1),
    // A call downwards goes up only where that spares it a lot.
    to.y > bottom(from) ? costs.upward : 0,
  );
  const [first, last] = [corners?.at(0), corners?.at(-1)];
  if (!corners || !first || !last) return null;
  return swung([{ x: first.x, y: bottom(from) }, ...corners, { x: last.x, y: to.y }], boxes);
}

function portsOn(box: Box): number[] {
  const step = (box.width - 2 * cornerPx) / (portCount - 1);
  return Array.from({ length: portCount }, (_, index) => box.x + cornerPx + index * step);
}

function placesAt({ xs, ys }: WayGrid, portsX: readonly number[], row: number): number[] {
  const columns = portsX.map((x) => nearestLine(xs, x));
  return row < 0 || row >= ys.length ? [] : columns.map((column) => column * ys.length + row);
}

/** Its corners. Places of the grid are looked at twice, come to along x and along y. */
function cheapestPath(
  grid: WayGrid,
  starts: readonly number[],
  ends: readonly number[],
  upward: number,
): Point[] | null {
  const { xs, ys } = grid;
  const height = ys.length;
  const count = xs.length * height;
  const best = new Float64Array(2 * count).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(2 * count).fill(-1);
  const goals = new Set(ends.map((place) => place + count));
  const queue = new NearestFirst();
  const reach = (state: number, cost: number, comingFrom: number) => {
    if (cost >= best[state]) return;
    best[state] = cost;
    before[state] = comingFrom;
    queue.push(cost, state);
  };
  for (const place of starts) reach(place + count, 0, -1);
  for (let state = queue.pop(); state !== null; state = queue.pop()) {
    if (goals.has(state)) return cornersOf(grid, before, state);
    const isAlong = state >= count;
    const place = isAlong ? state - count : state;
    const cost = best[state];
    const [column, row] = [Math.floor(place / height), place % height];
    reach(isAlong ? place : place + count, cost + costs.bend, state);
    for (const step of [-1, 1]) {
      const next = isAlong ? row + step : column + step;
      if (next < 0 || next >= (isAlong ? height : xs.length)) continue;
      const piece = step > 0 ? place : place - (isAlong ? 1 : height);
      const crossings = (isAlong ? grid.along : grid.across)[piece];
      if (crossings === blocked) continue;
      const length = isAlong ? Math.abs(ys[next] - ys[row]) : Math.abs(xs[next] - xs[column]);
      const aside = isAlong
        ? costs.shared * grid.shared[piece] + (step < 0 ? upward * length : 0)
        : 0;
      const added = length + costs.crossing * crossings + aside;
      reach(state + step * (isAlong ? 1 : height), cost + added, state);
    }
  }
  return null;
}

function cornersOf({ xs, ys }: WayGrid, before: Int32Array, end: number): Point[] {
  const count = xs.length * ys.length;
  const points: Point[] = [];
  for (let state = end; state >= 0; state = before[state]) {
    const place = state % count;
    points.push({ x: xs[Math.floor(place / ys.length)], y: ys[place % ys.length] });
  }
  return points.reverse();
}

/** A stretch up or down, from one lead across to the next. */
interface Upright {
  x: number;
  from: number;
  to: number;
}

function uprightsOf(points: readonly Point[]): Upright[] {
  const stretches: Upright[] = [];
  for (const { x, y } of points) {
    const last = stretches.at(-1);
    if (last?.x === x) last.to = y;
    else if (last !== undefined && last.to === y && last.from === y) last.x = x;
    else stretches.push({ x, from: y, to: y });
  }
  return stretches;
}

/** The corners rounded to swings, as high as there is room. */
function swung(points: readonly Point[], boxes: readonly Box[]): Curve[] {
  const stretches = uprightsOf(points);
  const curves: Curve[] = [];
  let at = points[0];
  stretches.slice(1).forEach((next, index) => {
    const last = stretches[index];
    const { above, below } = roomAround(last, next, boxes);
    const comesDown = last.to >= last.from;
    const goesDown = next.to >= next.from;
    const inHalf = Math.min(Math.abs(last.to - at.y), comesDown ? above : below);
    const half = index + 2 === stretches.length ? 1 : 0.5;
    const outHalf = Math.min(half * Math.abs(next.to - next.from), goesDown ? below : above);
    const start = { x: last.x, y: last.to + (comesDown ? -inHalf : inHalf) };
    const end = { x: next.x, y: next.from + (goesDown ? outHalf : -outHalf) };
    if (start.y !== at.y) curves.push(upright(at, start));
    curves.push(comesDown === goesDown ? upright(start, end) : turn(start, end, last.to));
    at = end;
  });
  const end = points[points.length - 1];
  if (at.y !== end.y) curves.push(upright(at, end));
  return curves;
}

/** A curve with control points at `reachY` plus a third comes as far as that. */
function turn(start: Point, end: Point, reachY: number): Curve {
  const controlY = (y: number) => y + (reachY - y) / 0.75;
  return {
    from: start,
    control1: { x: start.x, y: controlY(start.y) },
    control2: { x: end.x, y: controlY(end.y) },
    to: end,
  };
}

function roomAround(last: Upright, next: Upright, boxes: readonly Box[]) {
  const y = last.to;
  const x = Math.min(last.x, next.x) - clearance + 1;
  const width = Math.abs(next.x - last.x) + 2 * (clearance - 1);
  const near = { x, y: y - swingMax, width, height: 2 * swingMax };
  let [above, below] = [swingMax, swingMax];
  for (const box of boxes) {
    if (!overlaps(box, near)) continue;
    if (bottom(box) <= y) above = Math.min(above, y - bottom(box));
    else below = Math.min(below, box.y - y);
  }
  return { above: Math.max(0, above - rimPx), below: Math.max(0, below - rimPx) };
}
