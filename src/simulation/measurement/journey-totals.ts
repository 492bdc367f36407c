/** Per journey: what became of the requests that arrived after the warm-up. */
import { causeCount } from '../engine/task-state';
import { Histogram } from './histogram';

export class JourneyTotals {
  readonly arrivals: Float64Array;
  readonly ok: Float64Array;
  readonly degraded: Float64Array;
  readonly withinSlo: Float64Array;
  /** `journey × causeCount + cause`. */
  readonly failed: Float64Array;
  readonly latency: Histogram[] = [];

  constructor(readonly journeyCount: number) {
    this.arrivals = new Float64Array(journeyCount);
    this.ok = new Float64Array(journeyCount);
    this.degraded = new Float64Array(journeyCount);
    this.withinSlo = new Float64Array(journeyCount);
    this.failed = new Float64Array(journeyCount * causeCount);
    for (let journey = 0; journey < journeyCount; journey++) this.latency.push(new Histogram());
  }

  /** A counted request has ended well. */
  recordGood(journey: number, isDegraded: boolean, latencyMs: number, sloMs: number): void {
    if (isDegraded) this.degraded[journey]++;
    else this.ok[journey]++;
    if (latencyMs <= sloMs) this.withinSlo[journey]++;
    this.latency[journey].record(latencyMs);
  }

  recordFailed(journey: number, cause: number): void {
    this.failed[journey * causeCount + cause]++;
  }

  failedInAll(journey: number): number {
    let sum = 0;
    for (let cause = 1; cause < causeCount; cause++)
      sum += this.failed[journey * causeCount + cause];
    return sum;
  }

  inFlight(journey: number): number {
    const ended = this.ok[journey] + this.degraded[journey] + this.failedInAll(journey);
    return this.arrivals[journey] - ended;
  }
}
