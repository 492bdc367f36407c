/**
 * The shapes that a load may take over time, as their few figures and as the
 * points of the document's pattern. A factor multiplies the stated rate, and is
 * 1 until the first point.
 */
import type { LoadPatternPoint } from '../architecture/document';
import { isSameWish } from './commands-between';

export type LoadShape =
  | { readonly kind: 'steady' }
  /** To `peak` in a straight line, and stays there; at once where `riseMs` is 0. */
  | {
      readonly kind: 'ramp';
      readonly startMs: number;
      readonly riseMs: number;
      readonly peak: number;
    }
  /** At once to `peak`, and at once back. */
  | {
      readonly kind: 'burst';
      readonly startMs: number;
      readonly lengthMs: number;
      readonly peak: number;
    }
  /** From `low` at midnight to `peak` at noon and back, day after day. */
  | { readonly kind: 'daily'; readonly dayMs: number; readonly low: number; readonly peak: number };

export type ShapeKind = LoadShape['kind'];

export const initialShapes: { readonly [Kind in ShapeKind]: Extract<LoadShape, { kind: Kind }> } = {
  steady: { kind: 'steady' },
  ramp: { kind: 'ramp', startMs: 10_000, riseMs: 40_000, peak: 5 },
  burst: { kind: 'burst', startMs: 20_000, lengthMs: 10_000, peak: 10 },
  daily: { kind: 'daily', dayMs: 60_000, low: 0.2, peak: 2 },
};

/** Straight pieces of one day. */
const dayParts = 12;
/** Days that a daily curve is written out for. */
const dayCount = 10;

/** How far the rate has come from low to peak after each twelfth of a day: (1 − cos) / 2. */
const dayCurve = [0, 0.067, 0.25, 0.5, 0.75, 0.933, 1, 0.933, 0.75, 0.5, 0.25, 0.067];

export function patternOf(shape: LoadShape): LoadPatternPoint[] {
  switch (shape.kind) {
    case 'steady':
      return [];
    case 'ramp':
      return [{ atMs: shape.startMs, factor: shape.peak, over: shape.riseMs }];
    case 'burst':
      return [
        { atMs: shape.startMs, factor: shape.peak, over: 0 },
        { atMs: shape.startMs + shape.lengthMs, factor: 1, over: 0 },
      ];
    case 'daily':
      return dailyPattern(shape);
  }
}

function dailyPattern({ dayMs, low, peak }: Extract<LoadShape, { kind: 'daily' }>) {
  // Whole milliseconds, so that each piece begins exactly where the one before it ends.
  const startMs = (part: number) => Math.round((part * dayMs) / dayParts);
  const factorAt = (part: number) =>
    Number((low + (peak - low) * dayCurve[part % dayParts]).toPrecision(6));
  const rises = Array.from({ length: dayParts * dayCount }, (_, part) => ({
    atMs: startMs(part),
    factor: factorAt(part + 1),
    over: startMs(part + 1) - startMs(part),
  }));
  return [{ atMs: 0, factor: low, over: 0 }, ...rises];
}

/** The shape that a pattern has; `null` for one of somebody's own. */
export function shapeOf(pattern: readonly LoadPatternPoint[]): LoadShape | null {
  const [first, second] = pattern;
  if (first === undefined) return initialShapes.steady;
  const evening = pattern[dayParts];
  const guesses: LoadShape[] = [
    { kind: 'ramp', startMs: first.atMs, riseMs: first.over, peak: first.factor },
    ...(second === undefined
      ? []
      : [
          {
            kind: 'burst' as const,
            startMs: first.atMs,
            lengthMs: second.atMs - first.atMs,
            peak: first.factor,
          },
          {
            kind: 'daily' as const,
            dayMs: evening === undefined ? 0 : evening.atMs + evening.over,
            low: first.factor,
            peak: pattern[dayParts / 2]?.factor ?? first.factor,
          },
        ]),
  ];
  return guesses.find((guess) => isSameWish(inOrder(patternOf(guess)), inOrder(pattern))) ?? null;
}

function inOrder(pattern: readonly LoadPatternPoint[]): number[][] {
  return pattern.map(({ atMs, factor, over }) => [atMs, factor, over]);
}

export interface CurvePoint {
  readonly atMs: number;
  readonly factor: number;
}

/** The corners of the curve from 0 to an instant. */
export function curveOf(pattern: readonly LoadPatternPoint[], untilMs: number): CurvePoint[] {
  const corners: CurvePoint[] = [{ atMs: 0, factor: 1 }];
  let factor = 1;
  for (const point of pattern) {
    if (point.atMs > untilMs) break;
    const endMs = point.atMs + point.over;
    corners.push({ atMs: point.atMs, factor });
    factor =
      endMs <= untilMs
        ? point.factor
        : factor + ((point.factor - factor) * (untilMs - point.atMs)) / point.over;
    corners.push({ atMs: Math.min(endMs, untilMs), factor });
  }
  return [...corners, { atMs: untilMs, factor }];
}

/** How much of a pattern is worth drawing: a minute and a half, or until it rests. */
export function drawnMs(pattern: readonly LoadPatternPoint[]): number {
  const shape = shapeOf(pattern);
  if (shape?.kind === 'daily') return shape.dayMs;
  const last = pattern.at(-1);
  return Math.max(90_000, last === undefined ? 0 : (last.atMs + last.over) * 1.2);
}
