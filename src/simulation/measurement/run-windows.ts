/**
 * One row per window for the charts of the whole. It is kept for whoever
 * watches and for whoever compares many runs, and never changes the run.
 */
import type { EngineState } from '../engine/engine-state';
import { WindowField, windowFieldCount, windowMs } from '../frame';
import { addCapacity, type CapacityMark, firstMark, markAt } from './capacity';
import { Histogram } from './histogram';
import { Integral } from './unit-totals';

export class RunWindows {
  /** When the open window ends. */
  nextWindowMs = windowMs;
  /** Requests of the open window: how many came, and how those fared that ended. */
  arrivals = 0;
  ok = 0;
  degraded = 0;
  failed = 0;
  /** Requests that have come and not ended, since the start. */
  inFlight = 0;
  readonly latency = new Histogram();
  private beginning: CapacityMark;
  private rows: number[] = [];

  constructor(unitCount: number) {
    this.beginning = firstMark(unitCount);
  }

  requestArrived(): void {
    this.arrivals++;
    this.inFlight++;
  }

  requestFailed(): void {
    this.failed++;
    this.inFlight--;
  }

  requestAnswered(isDegraded: boolean, latencyMs: number): void {
    if (isDegraded) this.degraded++;
    else this.ok++;
    this.inFlight--;
    this.latency.record(latencyMs);
  }

  /** Closes the open window; the state is that of its end. */
  close(s: EngineState): void {
    this.addRow(s);
    this.beginning = markAt(s, this.nextWindowMs);
    this.arrivals = 0;
    this.ok = 0;
    this.degraded = 0;
    this.failed = 0;
    if (this.latency.count > 0) this.latency.clear();
    this.nextWindowMs += windowMs;
  }

  /** The rows since the last time, of `windowFieldCount` values each. */
  take(): Float64Array {
    const rows = Float64Array.from(this.rows);
    this.rows = [];
    return rows;
  }

  private addRow(s: EngineState): void {
    const row = new Array<number>(windowFieldCount).fill(0);
    row[WindowField.startMs] = this.nextWindowMs - windowMs;
    row[WindowField.arrivals] = this.arrivals;
    row[WindowField.ok] = this.ok;
    row[WindowField.degraded] = this.degraded;
    row[WindowField.failed] = this.failed;
    row[WindowField.msP50] = this.latency.quantile(0.5);
    row[WindowField.msP95] = this.latency.quantile(0.95);
    row[WindowField.msP99] = this.latency.quantile(0.99);
    row[WindowField.usdPerHour] = usdPerHour(s);
    row[WindowField.inFlight] = this.inFlight;
    addCapacity(s, this.beginning, this.nextWindowMs, row);
    this.rows.push(...row);
  }
}

/** What all replicas cost now, US dollars per hour. */
export function usdPerHour(s: EngineState): number {
  let sum = 0;
  s.setup.units.forEach((unit, index) => {
    if (unit.isUnlimited) return;
    sum += s.unitTotals.value(index, Integral.replicasPaid) * unit.usdPerReplicaHour;
  });
  return sum;
}
