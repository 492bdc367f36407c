/** Whether lines of a drawing cross one another, looked at piece by piece. */
import { type Box, overlaps, type Point, unionOf } from './box';
import { type Curve, pointOn } from './edge-route';

/** Straight pieces that stand for a curve. */
const pieces = 16;

/** A line as the corners of its straight pieces. */
export interface Trace {
  points: readonly Point[];
  bounds: Box;
}

/** Lines that start or end at the same place only touch there. */
export function haveCrossing(lines: readonly (readonly Curve[])[]): boolean {
  const traces = tracesOf(lines);
  return traces.some((one, index) =>
    traces
      .slice(index + 1)
      .some((other) => overlaps(one.bounds, other.bounds, 1) && areCrossing(one, other)),
  );
}

/** Of lines that lead anywhere. */
export function tracesOf(lines: readonly (readonly Curve[])[]): Trace[] {
  return lines.filter(({ length }) => length > 0).map(traceOf);
}

function traceOf(curves: readonly Curve[]): Trace {
  const points = curves.flatMap((curve) =>
    Array.from({ length: pieces + 1 }, (_, step) => pointOn(curve, step / pieces)),
  );
  return { points, bounds: unionOf(points.map((point) => ({ ...point, width: 0, height: 0 }))) };
}

export function areCrossing({ points: one }: Trace, { points: other }: Trace): boolean {
  for (let a = 1; a < one.length; a += 1) {
    for (let b = 1; b < other.length; b += 1) {
      if (piecesCross(one[a - 1], one[a], other[b - 1], other[b])) return true;
    }
  }
  return false;
}

/** From `a` to `b` and from `c` to `d`: each has its ends on either side of the other. */
function piecesCross(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) {
    return false;
  }
  return sideOf(a, b, c) * sideOf(a, b, d) < -touch && sideOf(c, d, a) * sideOf(c, d, b) < -touch;
}

/** Ends that lie on a line but for rounding. */
const touch = 1e-6;

function sideOf(a: Point, b: Point, { x, y }: Point): number {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}
