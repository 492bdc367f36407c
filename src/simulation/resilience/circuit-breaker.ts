/**
 * A circuit breaker over a sliding window of time, as in the common libraries:
 * closed, it counts; at the failure rate, with enough calls, it opens and
 * refuses; after its time it lets a few probes through (half-open), and their
 * failure rate decides between closed and open again. The window slides in
 * tenths of its length.
 */
import type { CircuitBreaker as BreakerSettings } from '../../architecture/policy';

export const BreakerPhase = { closed: 0, halfOpen: 1, open: 2 } as const;

const bucketCount = 10;

export class CircuitBreaker {
  phase: number = BreakerPhase.closed;
  private openedMs = 0;
  /** Time spent open before the present opening, ms. */
  private openBeforeMs = 0;
  private probesSent = 0;
  private probesAnswered = 0;
  private probesFailed = 0;
  private readonly calls = new Int32Array(bucketCount);
  private readonly failures = new Int32Array(bucketCount);
  private lastBucket = 0;

  constructor(private readonly settings: BreakerSettings) {}

  /** Whether a call may go out now. */
  permits(nowMs: number): boolean {
    if (this.phase === BreakerPhase.open && nowMs >= this.openedMs + this.settings.openMs) {
      this.leaveOpen(nowMs);
      this.phase = BreakerPhase.halfOpen;
      this.probesSent = 0;
      this.probesAnswered = 0;
      this.probesFailed = 0;
    }
    if (this.phase === BreakerPhase.closed) return true;
    if (this.phase === BreakerPhase.open) return false;
    if (this.probesSent >= this.settings.halfOpenProbes) return false;
    this.probesSent++;
    return true;
  }

  /** Takes note of how an attempt ended for the caller. */
  record(isFailure: boolean, nowMs: number): void {
    if (this.phase === BreakerPhase.open) return;
    if (this.phase === BreakerPhase.halfOpen) this.recordProbe(isFailure, nowMs);
    else this.recordCall(isFailure, nowMs);
  }

  /** A call that was let through has been given up before its end: another may probe in its place. */
  forgo(): void {
    if (this.phase === BreakerPhase.halfOpen && this.probesSent > this.probesAnswered) {
      this.probesSent--;
    }
  }

  /** Time spent open so far, ms. */
  openMs(nowMs: number): number {
    const present = this.phase === BreakerPhase.open ? nowMs - this.openedMs : 0;
    return this.openBeforeMs + present;
  }

  private recordProbe(isFailure: boolean, nowMs: number): void {
    this.probesAnswered++;
    if (isFailure) this.probesFailed++;
    if (this.probesAnswered < this.settings.halfOpenProbes) return;
    if (this.probesFailed >= this.settings.failureRate * this.probesAnswered) this.open(nowMs);
    else this.close(nowMs);
  }

  private recordCall(isFailure: boolean, nowMs: number): void {
    const bucket = this.slide(nowMs);
    this.calls[bucket]++;
    if (isFailure) this.failures[bucket]++;
    let calls = 0;
    let failures = 0;
    for (let i = 0; i < bucketCount; i++) {
      calls += this.calls[i];
      failures += this.failures[i];
    }
    if (calls >= this.settings.minimumCalls && failures >= this.settings.failureRate * calls) {
      this.open(nowMs);
    }
  }

  /** Empties the buckets that time has passed over; returns the present one. */
  private slide(nowMs: number): number {
    const present = Math.floor((nowMs * bucketCount) / this.settings.windowMs);
    const passed = Math.min(present - this.lastBucket, bucketCount);
    for (let i = 1; i <= passed; i++) {
      const bucket = (this.lastBucket + i) % bucketCount;
      this.calls[bucket] = 0;
      this.failures[bucket] = 0;
    }
    if (passed === bucketCount) {
      this.calls.fill(0);
      this.failures.fill(0);
    }
    this.lastBucket = present;
    return present % bucketCount;
  }

  private open(nowMs: number): void {
    this.phase = BreakerPhase.open;
    this.openedMs = nowMs;
  }

  private leaveOpen(nowMs: number): void {
    this.openBeforeMs += nowMs - this.openedMs;
  }

  private close(nowMs: number): void {
    this.phase = BreakerPhase.closed;
    this.calls.fill(0);
    this.failures.fill(0);
    this.lastBucket = Math.floor((nowMs * bucketCount) / this.settings.windowMs);
  }
}
