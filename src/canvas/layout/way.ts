/**
 * The planned way of a call: stretches straight down, one below the other.
 * Between two of them it swings over; ways that swing at the same height in the
 * order in which they came do not cross.
 */
import { type Curve, upright } from './edge-route';

export interface Stretch {
  x: number;
  top: number;
  bottom: number;
}

export type Way = readonly Stretch[];

export function curvesOf(way: Way): Curve[] {
  return way.flatMap(({ x, top, bottom }, index): Curve[] => {
    const before = way[index - 1];
    const start = { x, y: top };
    const straight = bottom > top ? [upright(start, { x, y: bottom })] : [];
    if (before === undefined) return straight;
    return [upright({ x: before.x, y: before.bottom }, start), ...straight];
  });
}

/** The same way walked from its end to its start. */
export function reversed(curves: readonly Curve[]): Curve[] {
  return curves
    .map(({ from, control1, control2, to }) => ({
      from: to,
      control1: control2,
      control2: control1,
      to: from,
    }))
    .reverse();
}
