/**
 * The chart's figures of one deployment, kept for the whole run in bounded
 * memory: when a series outgrows its limit, each two neighbouring rows become
 * one row of twice the length. Counts add up; a percentile and the busiest unit
 * keep the larger of the two, so that no spike disappears; levels keep the later one.
 * What is to come may be taken in before anybody may see it, so that to reveal it costs nothing.
 */
import { WindowField, windowFieldCount, windowMs } from '../simulation/frame';

/** Rows beyond which a series is thinned: an hour of windows at full resolution. Even. */
export const seriesRowLimit = 7200;

export interface WindowSeries {
  readonly rowCount: number;
  /** Simulated length of one row, ms. Doubles when the series is thinned. */
  readonly rowMs: number;
  /** One growing array per `WindowField`, of `rowCount` values and of some that nobody is to see yet; read, do not keep. */
  readonly columns: readonly (readonly number[])[];
  /** Changes whenever `columns` do. */
  readonly revision: number;
}

export class GrowingWindowSeries implements WindowSeries {
  readonly columns: number[][] = Array.from({ length: windowFieldCount }, () => []);
  revision = 0;
  /** What comes up to here is kept, ms. */
  #endMs = 0;
  /** What comes up to here may be seen, ms. */
  #seenMs = 0;
  #windowsPerRow = 1;
  /** The windows of a row that is not complete yet, already merged. */
  #pending: number[] | null = null;
  #pendingWindows = 0;
  readonly #rowLimit: number;

  constructor(rowLimit: number = seriesRowLimit) {
    this.#rowLimit = rowLimit;
  }

  get rowCount(): number {
    return Math.min(this.columns[0].length, Math.floor(this.#seenMs / this.rowMs));
  }

  get rowMs(): number {
    return this.#windowsPerRow * windowMs;
  }

  /**
   * Appends whole windows: rows of `windowFieldCount` values, oldest first.
   * Those that are known already, from an earlier way through the run, are not
   * taken again.
   */
  append(windows: Float64Array): void {
    this.foretell(windows);
    const last = windows.length - windowFieldCount;
    if (last >= 0) this.reveal(windows[last + WindowField.startMs] + windowMs);
  }

  /** Appends windows that nobody is to see yet. */
  foretell(windows: Float64Array): void {
    for (let at = 0; at + windowFieldCount <= windows.length; at += windowFieldCount) {
      if (windows[at + WindowField.startMs] < this.#endMs) continue;
      this.#appendWindow(Array.from(windows.subarray(at, at + windowFieldCount)));
    }
  }

  /** Shows what is kept up to an instant. */
  reveal(timeMs: number): void {
    const seenMs = Math.min(timeMs, this.#endMs);
    if (seenMs <= this.#seenMs) return;
    this.#seenMs = seenMs;
    this.revision += 1;
  }

  /**
   * Forgets the windows that had not ended by `timeMs`. Returns up to where the
   * rest is known: merged windows cannot be told apart, so that a row goes as a
   * whole.
   */
  cut(timeMs: number): number {
    if (this.#endMs <= timeMs) return timeMs;
    this.#pending = null;
    this.#pendingWindows = 0;
    const rows = Math.min(this.columns[0].length, Math.floor(timeMs / this.rowMs));
    for (const column of this.columns) column.length = rows;
    this.#endMs = rows * this.rowMs;
    this.#seenMs = Math.min(this.#seenMs, this.#endMs);
    this.revision += 1;
    return this.#endMs + windowMs > timeMs ? timeMs : this.#endMs;
  }

  #appendWindow(window: number[]): void {
    this.#pending = this.#pending === null ? window : mergedRows(this.#pending, window);
    this.#pendingWindows += 1;
    this.#endMs = window[WindowField.startMs] + windowMs;
    if (this.#pendingWindows < this.#windowsPerRow) return;
    for (let field = 0; field < windowFieldCount; field += 1) {
      this.columns[field].push(this.#pending[field]);
    }
    this.#pending = null;
    this.#pendingWindows = 0;
    if (this.columns[0].length >= this.#rowLimit) this.#thin();
  }

  #thin(): void {
    const pairs = this.columns[0].length / 2;
    for (let pair = 0; pair < pairs; pair += 1) {
      const first = this.columns.map((column) => column[2 * pair]);
      const second = this.columns.map((column) => column[2 * pair + 1]);
      mergedRows(first, second).forEach((value, field) => {
        this.columns[field][pair] = value;
      });
    }
    for (const column of this.columns) column.length = pairs;
    this.#windowsPerRow *= 2;
    this.revision += 1;
  }
}

function mergedRows(first: number[], second: number[]): number[] {
  const row = second.slice();
  row[WindowField.startMs] = first[WindowField.startMs];
  for (const field of countFields) row[field] = first[field] + second[field];
  for (const field of peakFields) row[field] = largerKnown(first[field], second[field]);
  return row;
}

const countFields = [
  WindowField.arrivals,
  WindowField.ok,
  WindowField.degraded,
  WindowField.failed,
  WindowField.coresBusyMs,
  WindowField.coresReadyMs,
  WindowField.slotsBusyMs,
  WindowField.slotsReadyMs,
  WindowField.slotQueueMs,
] as const;

const peakFields = [
  WindowField.msP50,
  WindowField.msP95,
  WindowField.msP99,
  WindowField.coreUtilizationMax,
  WindowField.slotUtilizationMax,
] as const;

/** NaN stands for a window in which nothing was completed. */
function largerKnown(first: number, second: number): number {
  if (Number.isNaN(first)) return second;
  if (Number.isNaN(second)) return first;
  return Math.max(first, second);
}
