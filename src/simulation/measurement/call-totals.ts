/** Per call edge that crosses between units: attempts of counted requests, as the caller sees them. */
import { Histogram } from './histogram';

export class CallTotals {
  readonly attempts: Float64Array;
  readonly retries: Float64Array;
  readonly ok: Float64Array;
  readonly failed: Float64Array;
  /** Time with an open breaker, summed over callers' replicas; breakers that are open now not included. */
  readonly circuitOpenMs: Float64Array;
  /** All of that time before the end of the warm-up. */
  readonly circuitOpenMsAtStart: Float64Array;
  /** Attempts under way now, counted or not. */
  readonly inFlight: Int32Array;
  readonly latency: Histogram[] = [];

  constructor(edgeCount: number) {
    this.attempts = new Float64Array(edgeCount);
    this.retries = new Float64Array(edgeCount);
    this.ok = new Float64Array(edgeCount);
    this.failed = new Float64Array(edgeCount);
    this.circuitOpenMs = new Float64Array(edgeCount);
    this.circuitOpenMsAtStart = new Float64Array(edgeCount);
    this.inFlight = new Int32Array(edgeCount);
    for (let edge = 0; edge < edgeCount; edge++) this.latency.push(new Histogram());
  }
}
