import { Simulation } from '../engine/simulation';
import { RequestLog } from '../measurement/request-log';
import type { JobResult, RunJob } from './run-job';

/** So many events lie between two pauses: some milliseconds of work. */
const eventsPerSlice = 10_000;

/** Of so many requests one leaves a trail in an observed run: nobody watches, so that none need. */
const requestsPerDot = 2 ** 20;

/** Does a job, pausing now and then; whoever has nothing else to do goes on at once. */
export function* runInSlices(job: RunJob): Generator<void, JobResult> {
  const { document, deploymentId, seed, seconds, warmupSeconds, script, hasWindows } = job;
  const simulation = new Simulation({
    document,
    deploymentId,
    seed,
    warmupMs: warmupSeconds * 1000,
    isObserved: hasWindows,
  });
  simulation.setSampling(requestsPerDot);
  const log = job.hasRequests ? new RequestLog(document.journeys.length) : null;
  if (log !== null) simulation.logRequests(log);
  const endMs = seconds * 1000;
  for (const { atMs, command } of script) {
    if (atMs >= endMs) break;
    while (!simulation.runUntil(atMs, eventsPerSlice)) yield;
    simulation.apply(command);
  }
  while (!simulation.runUntil(endMs, eventsPerSlice)) yield;
  const windows = hasWindows ? simulation.takeFrame().windows : null;
  const requests = log && { journeys: log.journeys, endMs: simulation.nowMs };
  return { result: simulation.result(), windows, requests };
}
