import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingWindowSeries } from '../../src/playback/window-series';
import { WindowField, windowFieldCount, windowMs } from '../../src/simulation/frame';

function windowAt(index: number, values: Partial<Record<keyof typeof WindowField, number>> = {}) {
  const row = new Array<number>(windowFieldCount).fill(0);
  row[WindowField.startMs] = index * windowMs;
  for (const [name, value] of Object.entries(values)) {
    row[WindowField[name as keyof typeof WindowField]] = value;
  }
  return row;
}

function seriesOf(rows: readonly number[][], rowLimit: number): GrowingWindowSeries {
  const series = new GrowingWindowSeries(rowLimit);
  for (const row of rows) series.append(Float64Array.from(row));
  return series;
}

describe('the series of a run', () => {
  it('keeps every window as it came while there is room', () => {
    const rows = [0, 1, 2].map((index) => windowAt(index, { arrivals: 100 + index, msP99: 20 }));
    const series = new GrowingWindowSeries(10);
    series.append(Float64Array.from(rows.flat()));
    expect(series.rowMs).toBe(windowMs);
    expect(series.columns[WindowField.startMs]).toEqual([0, windowMs, 2 * windowMs]);
    expect(series.columns[WindowField.arrivals]).toEqual([100, 101, 102]);
    expect(series.revision).toBeGreaterThan(0);
  });

  it('takes in what is to come, and shows it no further than somebody has gone', () => {
    const lengths = fc.integer({ min: 1, max: 60 });
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
    fc.assert(
      fc.property(lengths, shares, (count, gone) => {
        const rows = Array.from({ length: count }, (_, index) => windowAt(index, { arrivals: 1 }));
        const whole = seriesOf(rows, 8);
        const series = new GrowingWindowSeries(8);
        series.foretell(Float64Array.from(rows.flat()));
        expect(series.rowCount).toBe(0);
        let seenMs = 0;
        for (const share of gone) {
          const before = { revision: series.revision, rowCount: series.rowCount };
          series.reveal(share * count * windowMs);
          seenMs = Math.max(seenMs, share * count * windowMs);
          expect(series.rowCount).toBe(Math.floor(seenMs / series.rowMs));
          if (series.rowCount !== before.rowCount) {
            expect(series.revision).toBeGreaterThan(before.revision);
          }
        }
        // Who plays on is told the same once more.
        for (const row of rows) series.append(Float64Array.from(row));
        expect([series.rowCount, series.columns]).toEqual([whole.rowCount, whole.columns]);
      }),
    );
  });

  it('can be taken back to an instant, and goes on from there without a gap or a double', () => {
    const series = seriesOf(
      [0, 1, 2, 3, 4].map((index) => windowAt(index, { arrivals: 7 })),
      10,
    );
    const before = series.revision;
    // The window from 1,000 ms to 1,500 ms was still open.
    expect(series.cut(1200), 'nothing of what came before is missing').toBe(1200);
    expect(series.columns[WindowField.startMs]).toEqual([0, 500]);
    expect(series.revision).toBeGreaterThan(before);
    series.append(Float64Array.from(windowAt(2, { arrivals: 8 })));
    expect(series.columns[WindowField.startMs]).toEqual([0, 500, 1000]);
    expect(series.columns[WindowField.arrivals]).toEqual([7, 7, 8]);
  });

  it('keeps what it knows when the run comes by once more', () => {
    const series = seriesOf(
      [0, 1, 2, 3].map((index) => windowAt(index, { arrivals: index })),
      10,
    );
    const before = series.revision;
    series.append(Float64Array.from([1, 2, 3].flatMap((index) => windowAt(index))));
    expect(series.revision).toBe(before);
    series.append(Float64Array.from([3, 4].flatMap((index) => windowAt(index, { arrivals: 4 }))));
    expect(series.columns[WindowField.arrivals]).toEqual([0, 1, 2, 3, 4]);
  });

  it('says where it has to be told again after rows were merged', () => {
    const lengths = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
        const rows = Array.from({ length: count }, (_, index) => windowAt(index, { arrivals: 1 }));
        const series = seriesOf(rows, 8);
        const whole = seriesOf(rows, 8);
        const fromMs = series.cut(share * count * windowMs);
        expect(fromMs).toBeLessThanOrEqual(share * count * windowMs);
        const again = rows.filter((row) => row[WindowField.startMs] + windowMs > fromMs);
        series.append(Float64Array.from(again.flat()));
        expect(series.columns).toEqual(whole.columns);
      }),
    );
  });

  it('never grows beyond its limit, covers the run without a gap, and loses no request', () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(arrivals, (counts) => {
        const series = seriesOf(
          counts.map((count, index) => windowAt(index, { arrivals: count, inFlight: index })),
          8,
        );
        expect(series.rowCount).toBeLessThan(8);
        const windowsPerRow = series.rowMs / windowMs;
        expect(series.rowCount).toBe(Math.floor(counts.length / windowsPerRow));
        for (let row = 0; row < series.rowCount; row += 1) {
          const own = counts.slice(row * windowsPerRow, (row + 1) * windowsPerRow);
          expect(series.columns[WindowField.startMs][row]).toBe(row * series.rowMs);
          expect(series.columns[WindowField.arrivals][row]).toBe(own.reduce((a, b) => a + b));
          // A level is the one at the end.
          expect(series.columns[WindowField.inFlight][row]).toBe((row + 1) * windowsPerRow - 1);
        }
      }),
    );
  });

  it('keeps a spike of the tail visible when it is thinned, and a silence silent', () => {
    const msP99 = [20, 900, Number.NaN, 30, Number.NaN, Number.NaN, 10, 10];
    const series = seriesOf(
      msP99.map((value, index) => windowAt(index, { msP99: value })),
      8,
    );
    expect(series.rowMs).toBe(2 * windowMs);
    expect(series.columns[WindowField.msP99]).toEqual([900, 30, Number.NaN, 10]);
  });
});
