/** The figures of one run that the table of differences compares, by name; those of a journey as `journey.figure`. */
import type { Deployment } from '../architecture/document';
import { figuresOf } from '../simulation/replications/run-figures';
import type { JobResult } from '../simulation/replications/run-job';

type Result = JobResult['result'];

export function measuredFigures(
  result: Result,
  deployment: Deployment,
  seconds: number,
): Record<string, number | null> {
  const { journeys, calls, throughputPerSecond, fault } = result;
  const arrivals = Object.values(journeys).reduce((sum, one) => sum + one.arrivals, 0);
  const retries = Object.values(calls).reduce((sum, one) => sum + one.retries, 0);
  const coresInUse = coresInUseOf(result, deployment);
  const figures: Record<string, number | null> = {
    ...figuresOf(result),
    retriesPerRequest: arrivals > 0 ? retries / arrivals : null,
    coresInUse,
    cpuMsPerGood: throughputPerSecond > 0 ? (1000 * coresInUse) / throughputPerSecond : null,
  };
  for (const [id, { ok, degraded, latencyMs, withinSlo }] of Object.entries(journeys)) {
    figures[`${id}.goodPerSecond`] = (ok + degraded) / seconds;
    figures[`${id}.msP95`] = latencyMs.p95;
    const success = figures[`${id}.success`];
    // Of all, not of those that had an answer: whoever sends the slow ones away is not quicker for it.
    figures[`${id}.inTime`] = success === null ? null : success * (withinSlo ?? 0);
  }
  const leftMs = seconds * 1000 - (fault?.untilMs ?? Number.POSITIVE_INFINITY);
  // Who has not recovered by the end of the run has taken at least so long.
  if (leftMs > 0) figures.timeToRecoverMs = fault?.timeToRecoverMs ?? leftMs;
  return figures;
}

/** Cores that worked at once, on average, be it for customers or in vain. */
function coresInUseOf({ units }: Result, deployment: Deployment): number {
  return deployment.units
    .filter(({ external }) => !external)
    .reduce((sum, { id, cores }) => {
      const { utilization, replicas } = units[id];
      return sum + utilization.cores * cores * replicas.mean;
    }, 0);
}
