/**
 * The result of a run of one deployment: what the command line prints with
 * `--json` and what the page's comparison reads. Counts and waits are those of
 * requests that arrive after the warm-up; utilisations, mean lengths and costs
 * are over the time from the end of the warm-up to the end of the run.
 */

/** Why a request or a call failed, as it reached whoever asked. */
export const failureCauses = [
  'unavailable',
  'rejected',
  'timedOut',
  'circuitOpen',
  'error',
  'crashed',
] as const;

export type FailureCause = (typeof failureCauses)[number];

/** Milliseconds. `null` where nothing was recorded. Quantiles are within 1 %. */
export interface LatencySummary {
  mean: number | null;
  p50: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
  p999: number | null;
  max: number | null;
}

export interface JourneyResult {
  arrivals: number;
  ok: number;
  degraded: number;
  inFlight: number;
  failed: Record<FailureCause, number>;
  /** Over ok and degraded completions, from arrival to answer. */
  latencyMs: LatencySummary;
  /** Share (0 to 1) of ok and degraded completions within the journey's objective; `null` where none completed. */
  withinSlo: number | null;
}

/** A first-in-first-out queue; waits are over all that arrive at it, those that do not wait included. */
export interface QueueResult {
  /** How many got what they came for, those that did not wait included. */
  served: number;
  /** Share (0 to 1) of them that had to wait; `null` where there were none. */
  waitedShare: number | null;
  meanLength: number;
  maxLength: number;
  meanWaitMs: number | null;
  p95WaitMs: number | null;
  p99WaitMs: number | null;
}

export interface UnitResult {
  /** Share (0 to 1) of the slots and cores of ready and draining replicas that were in use, over time. */
  utilization: { slots: number; cores: number };
  slotQueue: QueueResult & { rejected: number };
  coreQueue: QueueResult;
  /** Visits answered per second of the time that is measured, whenever their requests arrived. */
  throughputPerSecond: number;
  replicas: { mean: number; min: number; max: number };
  costUsd: number;
}

export interface CallResult {
  /** Attempts made, refused ones (breaker, bulkhead) included. */
  attempts: number;
  retries: number;
  ok: number;
  failed: number;
  /** Per attempt that was answered, as the caller sees it. */
  latencyMs: LatencySummary;
  /** Time for which the breaker was open, summed over the caller's replicas. */
  circuitOpenMs: number;
}

/** What the faults of a run did, against the same run without them; see `replications/fault-impact`. */
export interface FaultImpact {
  /** Beginning of the first fault, ms. */
  fromMs: number;
  /** End of the last fault, ms; `null` where one lasts. */
  untilMs: number | null;
  /** By journey: the share (0 to 1) of the requests arriving meanwhile that fared worse; `null` where none came. */
  blastRadius: Record<string, number | null>;
  /** From the end of the last fault until customers are well served for good, ms; `null` where that is not seen. */
  timeToRecoverMs: number | null;
}

export interface RunResult {
  document: string;
  deployment: string;
  seed: number;
  simulatedSeconds: number;
  warmupSeconds: number;
  events: number;
  wallMs: number;
  digest: string;
  journeys: Record<string, JourneyResult>;
  units: Record<string, UnitResult>;
  /** Keyed `caller->callee` (module ids), one entry per call that crosses between units. */
  calls: Record<string, CallResult>;
  /** (ok + degraded) / (ok + degraded + failed), `null` where nothing completed. */
  availability: number | null;
  /** Counted requests that were ok or degraded, per measured second. */
  throughputPerSecond: number;
  costUsd: number;
  /** Present when something goes wrong in the document's timeline. */
  fault?: FaultImpact;
  /** Present when the run ended before its time, with the reason. */
  stopped?: { atMs: number; reason: string };
}
