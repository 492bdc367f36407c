/** The totals of a run as its result. */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import type { Simulation } from '../engine/simulation';
import { causeCount } from '../engine/task-state';
import {
  type CallResult,
  type FailureCause,
  failureCauses,
  type JourneyResult,
  type LatencySummary,
  type QueueResult,
  type RunResult,
  type UnitResult,
} from '../run-result';
import type { Histogram } from './histogram';
import { openCircuitMs } from './open-circuits';
import { Integral } from './unit-totals';

const msPerHour = 3_600_000;

/** What was counted in a run, and what it is about. */
export interface CountedRun {
  readonly state: EngineState;
  readonly document: ArchitectureDocument;
  readonly cut: Cut;
  readonly seed: number;
}

/** The result so far: everything but the wall time, which the engine does not know. */
export function resultOf(simulation: Simulation): Omit<RunResult, 'wallMs'> {
  const { state: s, document, cut, seed } = simulation.counted();
  const measuredSeconds = Math.max(0, s.nowMs - s.setup.warmupMs) / 1000;
  const journeys = document.journeys.map(({ id }, index) => [id, journeyResult(s, index)] as const);
  const units = cut.units.map((unit, index) => [unit.id, unitResult(s, index)] as const);
  let good = 0;
  let failed = 0;
  document.journeys.forEach((_, index) => {
    good += s.journeyTotals.ok[index] + s.journeyTotals.degraded[index];
    failed += s.journeyTotals.failedInAll(index);
  });
  return {
    document: document.id,
    deployment: cut.deployment.id,
    seed,
    simulatedSeconds: s.nowMs / 1000,
    warmupSeconds: s.setup.warmupMs / 1000,
    events: s.events,
    digest: s.digest.text(),
    journeys: Object.fromEntries(journeys),
    units: Object.fromEntries(units),
    calls: callResults(s, cut),
    availability: good + failed > 0 ? good / (good + failed) : null,
    throughputPerSecond: measuredSeconds > 0 ? good / measuredSeconds : 0,
    costUsd: units.reduce((sum, [, unit]) => sum + unit.costUsd, 0),
    ...(s.stopped ? { stopped: s.stopped } : {}),
  };
}

function journeyResult(s: EngineState, journey: number): JourneyResult {
  const totals = s.journeyTotals;
  const completed = totals.ok[journey] + totals.degraded[journey];
  const failed = failureCauses.map((cause, index): [FailureCause, number] => [
    cause,
    totals.failed[journey * causeCount + index + 1],
  ]);
  return {
    arrivals: totals.arrivals[journey],
    ok: totals.ok[journey],
    degraded: totals.degraded[journey],
    inFlight: totals.inFlight(journey),
    failed: Object.fromEntries(failed) as Record<FailureCause, number>,
    latencyMs: latencySummary(totals.latency[journey]),
    withinSlo: completed > 0 ? totals.withinSlo[journey] / completed : null,
  };
}

function unitResult(s: EngineState, unit: number): UnitResult {
  const totals = s.unitTotals;
  const settings = s.setup.units[unit];
  const measured = (integral: number) => totals.measured(unit, integral, s.nowMs);
  const measuredMs = totals.measuredMs(s.nowMs);
  const mean = (integral: number) => (measuredMs > 0 ? measured(integral) / measuredMs : 0);
  const share = (busy: number, ready: number) =>
    measured(ready) > 0 ? measured(busy) / measured(ready) : 0;
  const queue = (integral: number, maxLength: number, waits: Histogram): QueueResult => ({
    served: waits.count,
    waitedShare: orNull(waits.shareAboveZero),
    meanLength: mean(integral),
    maxLength,
    meanWaitMs: orNull(waits.mean),
    p95WaitMs: orNull(waits.quantile(0.95)),
    p99WaitMs: orNull(waits.quantile(0.99)),
  });
  const price = settings.isUnlimited ? 0 : settings.usdPerReplicaHour;
  return {
    utilization: {
      slots: share(Integral.slotsBusy, Integral.slotsReady),
      cores: share(Integral.coresBusy, Integral.coresReady),
    },
    slotQueue: {
      ...queue(Integral.slotQueue, totals.slotQueueMax[unit], totals.slotWaitsOf(unit)),
      rejected: totals.rejected[unit],
    },
    coreQueue: queue(Integral.coreQueue, totals.coreQueueMax[unit], totals.coreWaitsOf(unit)),
    throughputPerSecond: measuredMs > 0 ? (totals.answered[unit] * 1000) / measuredMs : 0,
    replicas: {
      mean: mean(Integral.replicasReady),
      min: totals.replicasMin[unit],
      max: totals.replicasMax[unit],
    },
    costUsd: (measured(Integral.replicasPaid) * price) / msPerHour,
  };
}

function callResults(s: EngineState, cut: Cut): Record<string, CallResult> {
  const openMs = openCircuitMs(s, s.nowMs);
  const results: Record<string, CallResult> = {};
  for (const { index, callerId, calleeId, isCrossing } of cut.edges) {
    if (callerId === null || !isCrossing) continue;
    results[`${callerId}->${calleeId}`] = {
      attempts: s.callTotals.attempts[index],
      retries: s.callTotals.retries[index],
      ok: s.callTotals.ok[index],
      failed: s.callTotals.failed[index],
      latencyMs: latencySummary(s.callTotals.latency[index]),
      circuitOpenMs: openMs[index] - s.callTotals.circuitOpenMsAtStart[index],
    };
  }
  return results;
}

function latencySummary(latency: Histogram): LatencySummary {
  return {
    mean: orNull(latency.mean),
    p50: orNull(latency.quantile(0.5)),
    p90: orNull(latency.quantile(0.9)),
    p95: orNull(latency.quantile(0.95)),
    p99: orNull(latency.quantile(0.99)),
    p999: orNull(latency.quantile(0.999)),
    max: orNull(latency.max),
  };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
