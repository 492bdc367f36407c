/** The chart's figures of the units of one deployment, each a series of its own. */
import { WindowField, windowFieldCount, windowMs } from '../simulation/frame';
import { GrowingWindowSeries, type WindowSeries } from './window-series';

/** There are many of them: a quarter of an hour of windows at full resolution. Even. */
export const unitRowLimit = 1800;

export class UnitSeries {
  readonly #units: GrowingWindowSeries[] = [];

  /** Empty for an unknown unit. */
  of(unitIndex: number): WindowSeries {
    return this.#unit(unitIndex);
  }

  /** Rows of all units for each window, as a frame has them, beside `windowLength` values of the whole. */
  append(rows: Float64Array, windowLength: number): void {
    this.foretell(rows, windowLength);
    const last = rows.length - windowFieldCount;
    if (last >= 0) this.reveal(rows[last + WindowField.startMs] + windowMs);
  }

  /** Appends rows that nobody is to see yet. */
  foretell(rows: Float64Array, windowLength: number): void {
    const windowCount = windowLength / windowFieldCount;
    const unitCount = windowCount === 0 ? 0 : rows.length / windowFieldCount / windowCount;
    for (let at = 0; at * windowFieldCount < rows.length; at += 1) {
      const from = at * windowFieldCount;
      this.#unit(at % unitCount).foretell(rows.subarray(from, from + windowFieldCount));
    }
  }

  /** Shows what is kept up to an instant. */
  reveal(timeMs: number): void {
    for (const series of this.#units) series.reveal(timeMs);
  }

  /** As the series of the whole: forgets what had not ended by then, and returns up to where the rest is known. */
  cut(timeMs: number): number {
    return Math.min(timeMs, ...this.#units.map((series) => series.cut(timeMs)));
  }

  #unit(unitIndex: number): GrowingWindowSeries {
    while (this.#units.length <= unitIndex) this.#units.push(new GrowingWindowSeries(unitRowLimit));
    return this.#units[unitIndex];
  }
}
