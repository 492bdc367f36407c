/** The stretch that a run plays again and again: between two marks, or from its start to its end. */

export interface LoopStretch {
  /** Where it begins, simulated ms; `null`: at the start of the run. */
  readonly fromMs: number | null;
  /** Where it ends, simulated ms; `null`: at the end of the run. */
  readonly toMs: number | null;
}

export const wholeRun: LoopStretch = { fromMs: null, toMs: null };

/** Marks nearer to each other than this make no stretch, simulated ms. */
export const shortestLoopMs = 100;

export type LoopEnd = keyof LoopStretch;

/** With one mark put at an instant, or taken away. The other one goes where it would stand on the wrong side. */
export function withMark(stretch: LoopStretch, end: LoopEnd, timeMs: number | null): LoopStretch {
  const marked = { ...stretch, [end]: timeMs === null ? null : Math.max(0, timeMs) };
  if (isStretch(marked)) return marked;
  return { ...wholeRun, [end]: marked[end] };
}

/** With one mark moved by hand: it stops at the other one instead of passing it. */
export function movedMark(stretch: LoopStretch, end: LoopEnd, timeMs: number): LoopStretch {
  const { fromMs, toMs } = stretch;
  if (end === 'toMs') return { fromMs, toMs: Math.max(timeMs, (fromMs ?? 0) + shortestLoopMs) };
  const latestMs = toMs === null ? Number.POSITIVE_INFINITY : toMs - shortestLoopMs;
  return { fromMs: Math.max(0, Math.min(timeMs, latestMs)), toMs };
}

export function isMarked({ fromMs, toMs }: LoopStretch): boolean {
  return fromMs !== null || toMs !== null;
}

/** As far as it fits in a run that ends there; `null` for one that does not. */
export function stretchWithin(stretch: LoopStretch, durationMs: number | null): LoopStretch {
  const endMs = durationMs ?? Number.POSITIVE_INFINITY;
  const fromMs = stretch.fromMs !== null && stretch.fromMs < endMs ? stretch.fromMs : null;
  const toMs = stretch.toMs !== null && stretch.toMs < endMs ? stretch.toMs : null;
  return { fromMs, toMs };
}

/** Where playing turns back, simulated ms; infinite where it never does. */
export function loopEndMs(loop: {
  isLooping: boolean;
  stretch: LoopStretch;
  durationMs: number | null;
}): number {
  if (!loop.isLooping) return Number.POSITIVE_INFINITY;
  return loop.stretch.toMs ?? loop.durationMs ?? Number.POSITIVE_INFINITY;
}

function isStretch({ fromMs, toMs }: LoopStretch): boolean {
  return toMs === null || toMs - (fromMs ?? 0) >= shortestLoopMs;
}
