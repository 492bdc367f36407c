/** The shape of a load as it is typed into a block: from, to, rates; and back into the points of a pattern. */
import type { LoadPatternPoint } from '../../architecture/load-pattern';
import { type LoadShape, patternOf, shapeOf } from '../../workspace/load-shapes';

/** Those that are typed; a pattern may also be `steady`, or of somebody's own `points`. */
export const shapeKinds = ['ramp', 'burst', 'daily'] as const;

export type DraftShapeKind = (typeof shapeKinds)[number];

export function isShapeKind(kind: string): kind is DraftShapeKind {
  return (shapeKinds as readonly string[]).includes(kind);
}

/** Where it begins and ends, simulated ms, and its rates, per second. */
export interface PatternDraft {
  readonly kind: DraftShapeKind | 'steady' | 'points';
  readonly fromMs: number;
  /** Where a ramp has come up, a burst is over, or the first day ends. */
  readonly untilMs: number;
  readonly peak: number;
  /** Of a day, at night. */
  readonly low: number;
}

/** `stated`: the document's own rate, which the factors of a pattern multiply. */
export function patternDraftOf(
  pattern: readonly LoadPatternPoint[],
  atMs: number,
  stated: number,
): PatternDraft {
  const fromMs = pattern[0]?.atMs ?? atMs;
  // A day is known by its beginning at 0.
  const shape = shapeOf(pattern) ?? shapeOf(shifted(pattern, -fromMs));
  const rateOf = (factor: number) => Number((factor * stated).toPrecision(12));
  const blank = { fromMs, untilMs: fromMs, peak: stated, low: stated };
  switch (shape?.kind) {
    case 'ramp':
      return { ...blank, kind: 'ramp', untilMs: fromMs + shape.riseMs, peak: rateOf(shape.peak) };
    case 'burst':
      return {
        ...blank,
        kind: 'burst',
        untilMs: fromMs + shape.lengthMs,
        peak: rateOf(shape.peak),
      };
    case 'daily': {
      const rates = { peak: rateOf(shape.peak), low: rateOf(shape.low) };
      return { kind: 'daily', fromMs, untilMs: fromMs + shape.dayMs, ...rates };
    }
    case 'steady':
      return { ...blank, kind: 'steady' };
    default:
      return { ...blank, kind: 'points' };
  }
}

/** `before` is what stays of a pattern that has no shape. */
export function patternOfDraft(
  draft: PatternDraft,
  stated: number,
  before: readonly LoadPatternPoint[],
): readonly LoadPatternPoint[] {
  const { kind, fromMs, untilMs } = draft;
  if (kind === 'steady') return [];
  if (kind === 'points') return shifted(before, fromMs - (before[0]?.atMs ?? fromMs));
  const lengthMs = untilMs - fromMs;
  const peak = draft.peak / stated;
  const shapes: Record<DraftShapeKind, LoadShape> = {
    ramp: { kind: 'ramp', startMs: fromMs, riseMs: lengthMs, peak },
    burst: { kind: 'burst', startMs: fromMs, lengthMs, peak },
    daily: { kind: 'daily', dayMs: lengthMs, low: draft.low / stated, peak },
  };
  const pattern = patternOf(shapes[kind]);
  return kind === 'daily' ? shifted(pattern, fromMs) : pattern;
}

/** The same at another time. */
export function shifted(
  pattern: readonly LoadPatternPoint[],
  byMs: number,
): readonly LoadPatternPoint[] {
  return pattern.map((point) => ({ ...point, atMs: point.atMs + byMs }));
}
