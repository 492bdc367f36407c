/**
 * The way of a call from the bottom of one box to the top of another: a smooth
 * curve that stands upright on both, and runs through the gaps between boxes
 * that lie in its way. Boxes beside each other are joined at their sides.
 */
import { type Box, bottom, centerY, type Point, right } from './box';

/** A cubic Bézier segment; the start is the end of the one before. */
export interface Curve {
  from: Point;
  control1: Point;
  control2: Point;
  to: Point;
}

export interface RouteEnds {
  /** The upper one of two that lie one above the other. */
  from: Box;
  to: Box;
  /** Where the call leaves the lower side of `from` and reaches the upper side of `to`. */
  fromX: number;
  toX: number;
}

/** Clear space kept between a curve and a box that it passes, px. */
const clearance = 7;
/** A curve needs at least this height to move sideways without a kink, px. */
const swerveLimit = 26;
/** Boxes side by side are joined at their sides if one lies less than this far below the other, px. */
const besideLimit = 10;

/** `asidePx`: how far to either side of it calls run. */
export function routeOf(ends: RouteEnds, obstacles: readonly Box[], asidePx = 0): Curve[] {
  const { from, to } = ends;
  if (liesAbove(from, to)) return downward(ends, obstacles);
  if (isBeside(from, to)) return sideways(from, to, asidePx);
  return [upright({ x: ends.fromX, y: bottom(from) }, { x: ends.toX, y: to.y })];
}

/** So that calls run between the bottom of the upper one and the top of the lower one. */
export function liesAbove(upper: Box, lower: Box): boolean {
  return lower.y - bottom(upper) >= (isBeside(upper, lower) ? besideLimit : 0);
}

function isBeside(one: Box, other: Box): boolean {
  return one.x >= right(other) || other.x >= right(one);
}

export function upright(from: Point, to: Point): Curve {
  const middle = (from.y + to.y) / 2;
  return { from, control1: { x: from.x, y: middle }, control2: { x: to.x, y: middle }, to };
}

/** From side to side, where the two face each other. */
function sideways(from: Box, to: Box, asidePx: number): Curve[] {
  const isRightward = from.x + from.width <= to.x;
  const y1 = centerY(from);
  const y2 = centerY(to);
  const top = Math.max(from.y, to.y);
  const low = Math.min(bottom(from), bottom(to));
  // A straight line wherever the two sides overlap by enough.
  const rim = 8 + asidePx;
  const level =
    low - top > 2 * rim ? Math.min(Math.max((y1 + y2) / 2, top + rim), low - rim) : null;
  const start = { x: isRightward ? right(from) : from.x, y: level ?? y1 };
  const end = { x: isRightward ? to.x : right(to), y: level ?? y2 };
  const middle = (start.x + end.x) / 2;
  return [
    {
      from: start,
      control1: { x: middle, y: start.y },
      control2: { x: middle, y: end.y },
      to: end,
    },
  ];
}

function downward({ from, to, fromX, toX }: RouteEnds, obstacles: readonly Box[]): Curve[] {
  const start = { x: fromX, y: bottom(from) };
  const end = { x: toX, y: to.y };
  const between = obstacles.filter((box) => box.y < end.y && bottom(box) > start.y);
  const direct = upright(start, end);
  if (!between.some((box) => crosses(direct, box))) return [direct];
  const curves: Curve[] = [];
  let at = start;
  for (const band of bandsOf(between)) {
    // Of boxes beside the caller some begin above it: there is no way to them yet.
    const roomAbove = Math.max(0, band.y - at.y);
    const roomBelow = end.y - band.bottom;
    // Who cannot swerve below the gap any more does so above it.
    const isLate = roomBelow < swerveLimit && roomBelow < roomAbove;
    const share = isLate ? 1 : roomAbove / Math.max(1, end.y - at.y);
    const wish = at.x + (end.x - at.x) * share;
    const x = nearestGap(wish, band.boxes);
    // What hangs close below leaves no room to swerve: leave above the gap.
    if (at === start && band.y - at.y < swerveLimit && x > from.x + 8 && x < right(from) - 8) {
      at = { x, y: start.y };
    }
    const entry = { x, y: Math.max(at.y, band.y - clearance) };
    const exit = { x, y: Math.min(end.y, band.bottom + clearance) };
    if (entry.y > at.y) curves.push(upright(at, entry), upright(entry, exit));
    else curves.push(upright(at, exit));
    at = exit;
  }
  curves.push(upright(at, end));
  return curves;
}

interface Band {
  y: number;
  bottom: number;
  boxes: Box[];
}

/** Boxes whose heights overlap, taken together, from top to bottom. */
function bandsOf(boxes: readonly Box[]): Band[] {
  const bands: Band[] = [];
  for (const box of [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = bands.at(-1);
    if (last !== undefined && box.y < last.bottom + 2 * clearance) {
      last.boxes.push(box);
      last.bottom = Math.max(last.bottom, bottom(box));
    } else {
      bands.push({ y: box.y, bottom: bottom(box), boxes: [box] });
    }
  }
  return bands;
}

function nearestGap(wish: number, boxes: readonly Box[]): number {
  const candidates = [wish];
  for (const box of boxes) candidates.push(box.x - clearance, right(box) + clearance);
  const free = candidates.filter((x) =>
    boxes.every((box) => x <= box.x - clearance || x >= right(box) + clearance),
  );
  return free.reduce(
    (best, x) => (Math.abs(x - wish) < Math.abs(best - wish) ? x : best),
    free[0] ?? wish,
  );
}

/** Points of a curve that are looked at when a box may be in its way lie about this far apart, px. */
const lookPx = 6;

export function crosses(curve: Curve, box: Box): boolean {
  const { from, to } = curve;
  const margin = clearance / 2;
  if (Math.max(from.x, to.x) < box.x - margin || Math.min(from.x, to.x) > right(box) + margin) {
    return false;
  }
  const steps = Math.max(16, Math.ceil((Math.abs(to.x - from.x) + to.y - from.y) / lookPx));
  for (let step = 1; step < steps; step += 1) {
    const { x, y } = pointOn(curve, step / steps);
    const isInside =
      x > box.x - margin &&
      x < right(box) + margin &&
      y > box.y - margin &&
      y < bottom(box) + margin;
    if (isInside) return true;
  }
  return false;
}

export function pointOn(curve: Curve, t: number): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return {
    x: a * curve.from.x + b * curve.control1.x + c * curve.control2.x + d * curve.to.x,
    y: a * curve.from.y + b * curve.control1.y + c * curve.control2.y + d * curve.to.y,
  };
}

/** As the `d` of an SVG path. */
export function svgPathOf(curves: readonly Curve[]): string {
  const first = curves[0];
  if (first === undefined) return '';
  const parts = curves.map(
    ({ control1, control2, to }) => `C${at(control1)} ${at(control2)} ${at(to)}`,
  );
  return `M${at(first.from)}${parts.join('')}`;
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
