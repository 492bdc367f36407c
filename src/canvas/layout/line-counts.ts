/** How many lines of a drawing cross one another, and which run through a box. Loaded when somebody cuts. */
import { type Box, overlaps } from './box';
import { areCrossing, type Trace } from './line-crossings';

/** How many of the ones cross how many of the others. */
export function crossingCount(ones: readonly Trace[], others: readonly Trace[]): number {
  return ones.reduce((count, one) => {
    const crossed = others.filter(
      (other) => other !== one && overlaps(one.bounds, other.bounds, 1) && areCrossing(one, other),
    );
    return count + crossed.length;
  }, 0);
}

/** Whether a line runs through a box; one that only ends at its side does not. */
export function runsThrough({ points, bounds }: Trace, box: Box): boolean {
  if (!overlaps(box, bounds, -rim)) return false;
  return points.some((point, index) => {
    const next = points[index + 1] ?? point;
    const x = Math.min(point.x, next.x);
    const y = Math.min(point.y, next.y);
    const piece = { x, y, width: Math.abs(next.x - point.x), height: Math.abs(next.y - point.y) };
    return overlaps(box, piece, -rim);
  });
}

/** So near to its side nothing is in a box yet, px. */
const rim = 0.5;
