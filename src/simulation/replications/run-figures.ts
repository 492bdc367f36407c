import type { JourneyResult, RunResult } from '../run-result';

type Result = Omit<RunResult, 'wallMs'>;

/** The figures of one run by name, those of a journey as `journey.figure`; `null` where it has none. */
export function figuresOf(result: Result): Record<string, number | null> {
  const { availability, throughputPerSecond, costUsd } = result;
  const hours = (result.simulatedSeconds - result.warmupSeconds) / 3600;
  const arrivals = Object.values(result.journeys).reduce((sum, one) => sum + one.arrivals, 0);
  const attempts = Object.values(result.calls).reduce((sum, call) => sum + call.attempts, 0);
  const good = throughputPerSecond * hours * 3600;
  const figures: Record<string, number | null> = {
    availability,
    throughputPerSecond,
    costUsd,
    usdPerHour: ratio(costUsd, hours),
    usdPerMillionGood: ratio(costUsd * 1e6, good),
    networkCallsPerRequest: ratio(attempts, arrivals),
  };
  for (const [id, journey] of Object.entries(result.journeys)) {
    figures[`${id}.success`] = successOf(journey);
    figures[`${id}.msP50`] = journey.latencyMs.p50;
    figures[`${id}.msP99`] = journey.latencyMs.p99;
    figures[`${id}.withinSlo`] = journey.withinSlo;
  }
  const { fault } = result;
  if (fault === undefined) return figures;
  for (const [id, share] of Object.entries(fault.blastRadius)) {
    figures[`${id}.blastRadius`] = share;
  }
  figures.timeToRecoverMs = fault.timeToRecoverMs;
  return figures;
}

function successOf(journey: JourneyResult): number | null {
  const failed = Object.values(journey.failed).reduce((sum, count) => sum + count, 0);
  const good = journey.ok + journey.degraded;
  return ratio(good, good + failed);
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
