import { Simulation } from '../engine/simulation';
import { kernelRunOf } from '../kernel/kernel-run';
import { RequestLog } from '../measurement/request-log';
import { storiesOf } from '../measurement/request-stories';
import { resultOf } from '../measurement/summarize-run';
import { TraceLog } from '../measurement/trace-log';
import type { FaultImpact } from '../run-result';
import { faultImpact } from './fault-impact';
import { withoutFaults } from './fault-span';
import type { RequestOutcomes } from './request-outcomes';
import type { JobResult, RunJob } from './run-job';

/** So many events lie between two pauses: some milliseconds of work. */
const eventsPerSlice = 10_000;

/** Does a job, pausing now and then; whoever has nothing else to do goes on at once. */
export function* runInSlices(job: RunJob): Generator<void, JobResult> {
  const { document, deploymentId, seed, warmupSeconds, hasWindows, storyOf } = job;
  const simulation = new Simulation({
    document,
    deploymentId,
    seed,
    warmupMs: warmupSeconds * 1000,
    hasWindows,
    kernel: kernelRunOf,
  });
  const log = job.hasRequests || job.impactOf ? new RequestLog(document.journeys.length) : null;
  if (log !== null) simulation.logRequests(log);
  const trace = storyOf === undefined ? null : new TraceLog(storyOf);
  if (trace !== null) simulation.trace(trace);
  yield* follow(simulation, job, trace);
  const windows = hasWindows ? simulation.takeWindows() : null;
  const requests = log && { journeys: log.journeys, endMs: simulation.nowMs };
  const [story = null] = trace === null ? [] : storiesOf(simulation.traced());
  const fault = requests === null ? null : yield* impactOf(job, requests);
  const result = { ...resultOf(simulation), ...(fault !== null && { fault }) };
  return { result, windows, requests: job.hasRequests ? requests : null, story };
}

/** What the faults did, against the same run without them; `null` where that is not wanted. */
function* impactOf(job: RunJob, faulty: RequestOutcomes): Generator<void, FaultImpact | null> {
  const { impactOf: faults, ...alike } = job;
  if (faults === undefined) return null;
  const { span, healthyScript } = faults;
  const document = withoutFaults(job.document);
  const { requests: healthy } = yield* runInSlices({
    ...alike,
    document,
    script: healthyScript,
    hasWindows: false,
    hasRequests: true,
  });
  if (healthy === null) return null;
  return faultImpact({ document, healthy, faulty, span, warmupMs: job.warmupSeconds * 1000 });
}

/** To the job's end, or until the story that it is to tell is over. */
function* follow(
  simulation: Simulation,
  { script, seconds }: RunJob,
  trace: TraceLog | null,
): Generator<void> {
  const endMs = seconds * 1000;
  const due = script.filter(({ atMs }) => atMs < endMs);
  for (const entry of [...due, null]) {
    while (!simulation.runUntil(entry?.atMs ?? endMs, eventsPerSlice)) {
      if (trace?.isOver) return;
      yield;
    }
    if (entry !== null) simulation.apply(entry.command);
  }
}
