/**
 * A curve measured once: points at equal distances along it, so that a moving
 * dot costs one look-up and one interpolation per picture.
 */
import type { Point } from './box';
import { type Curve, pointOn } from './edge-route';

export interface PathTable {
  /** x and y in turn, `pointCount` points at equal distances along the curve. */
  points: Float32Array;
  pointCount: number;
  lengthPx: number;
}

/** Steps along each Bézier segment when its length is measured. */
const stepsPerCurve = 48;
const spacingPx = 6;

export function samplePath(curves: readonly Curve[]): PathTable {
  const xs: number[] = [];
  const ys: number[] = [];
  const distances: number[] = [];
  for (const curve of curves) {
    for (let step = xs.length === 0 ? 0 : 1; step <= stepsPerCurve; step += 1) {
      const { x, y } = pointOn(curve, step / stepsPerCurve);
      const last = distances.length - 1;
      const stride = last < 0 ? 0 : Math.hypot(x - (xs[last] ?? x), y - (ys[last] ?? y));
      distances.push(last < 0 ? 0 : (distances[last] ?? 0) + stride);
      xs.push(x);
      ys.push(y);
    }
  }
  const lengthPx = distances.at(-1) ?? 0;
  const pointCount = Math.max(2, Math.min(256, Math.ceil(lengthPx / spacingPx) + 1));
  const points = new Float32Array(pointCount * 2);
  let at = 0;
  for (let index = 0; index < pointCount; index += 1) {
    const distance = (lengthPx * index) / (pointCount - 1);
    while (at + 2 < distances.length && (distances[at + 1] ?? 0) < distance) at += 1;
    const from = distances[at] ?? 0;
    const stride = (distances[at + 1] ?? from) - from;
    const share = stride > 0 ? Math.min(1, (distance - from) / stride) : 0;
    points[2 * index] = mix(xs, at, share);
    points[2 * index + 1] = mix(ys, at, share);
  }
  return { points, pointCount, lengthPx };
}

function mix(values: readonly number[], at: number, share: number): number {
  const from = values[at] ?? 0;
  return from + ((values[at + 1] ?? from) - from) * share;
}

/** The point at a share (0 to 1) of the way, written into `out`. */
export function pointAlong(table: PathTable, share: number, out: Point): void {
  const place = Math.min(Math.max(share, 0), 1) * (table.pointCount - 1);
  const index = Math.min(Math.floor(place), table.pointCount - 2);
  const rest = place - index;
  const { points } = table;
  const x = points[2 * index] ?? 0;
  const y = points[2 * index + 1] ?? 0;
  out.x = x + ((points[2 * index + 2] ?? x) - x) * rest;
  out.y = y + ((points[2 * index + 3] ?? y) - y) * rest;
}
