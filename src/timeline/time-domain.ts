/** The stretch of simulated time that the chart shows. */
export interface TimeDomain {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What is seen of a run without an end, by the highest speed for which it is enough. */
const spansMs = [
  { speedMax: 1, spanMs: 90_000 },
  { speedMax: 10, spanMs: 300_000 },
  { speedMax: Number.POSITIVE_INFINITY, spanMs: 1_800_000 },
];

/**
 * A run with an end is shown whole. One without shows its latest stretch, which
 * moves on by a third of its length at a time, so that the picture rests.
 */
export function timeDomain(timeMs: number, durationMs: number | null, speed: number): TimeDomain {
  if (durationMs !== null) return { fromMs: 0, toMs: durationMs };
  const { spanMs } = spansMs.find(({ speedMax }) => speed <= speedMax) ?? spansMs[0];
  const strideMs = spanMs / 3;
  const fromMs = Math.max(0, Math.ceil((timeMs - spanMs) / strideMs) * strideMs);
  return { fromMs, toMs: fromMs + spanMs };
}
