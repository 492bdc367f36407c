import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Histogram } from '../../../src/simulation/measurement/histogram';

/** Durations over the whole range, zeros and repetitions included. */
const durationMs = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 5, 1000) },
  { weight: 4, arbitrary: fc.double({ min: -4, max: 9, noNaN: true }).map((e) => 10 ** e) },
);
const durations = fc.array(durationMs, { minLength: 1, maxLength: 200, size: 'max' });

function histogramOf(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

const quantiles = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1];

describe('the histogram', () => {
  test('gives every quantile within 0.8 % of the exact one', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const histogram = histogramOf(values);
        const sorted = [...values].sort((a, b) => a - b);
        for (const q of quantiles) {
          const rank = Math.max(1, Math.ceil(q * values.length));
          const exact = sorted[rank - 1] as number;
          expect(Math.abs(histogram.quantile(q) - exact)).toBeLessThanOrEqual(exact * 0.008);
        }
      }),
    );
  });

  test('keeps count, mean and maximum exactly', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const histogram = histogramOf(values);
        expect(histogram.count).toBe(values.length);
        expect(histogram.mean).toBe(values.reduce((sum, value) => sum + value, 0) / values.length);
        expect(histogram.max).toBe(Math.max(...values));
      }),
    );
  });

  test('merged from two is the same as recorded in one', () => {
    fc.assert(
      fc.property(durations, durations, (first, second) => {
        const merged = histogramOf(first);
        merged.merge(histogramOf(second));
        const whole = histogramOf([...first, ...second]);
        expect(merged.count).toBe(whole.count);
        expect(merged.max).toBe(whole.max);
        for (const q of quantiles) expect(merged.quantile(q)).toBe(whole.quantile(q));
      }),
    );
  });

  test('with a part taken out again is the histogram of the rest', () => {
    fc.assert(
      fc.property(durations, durations, (first, second) => {
        const rest = histogramOf([...first, ...second]);
        rest.subtract(histogramOf(second));
        const alone = histogramOf(first);
        expect(rest.count).toBe(alone.count);
        for (const q of quantiles) {
          const exact = alone.quantile(q);
          expect(Math.abs(rest.quantile(q) - exact)).toBeLessThanOrEqual(exact * 0.008);
        }
        const scale = Math.max(...first, ...second);
        expect(Math.abs(rest.mean - alone.mean)).toBeLessThanOrEqual(scale * 1e-12);
      }),
    );
  });

  test('has no quantiles while it is empty, nor after it was cleared', () => {
    const histogram = histogramOf([5]);
    histogram.clear();
    expect(histogram.count).toBe(0);
    expect(histogram.quantile(0.5)).toBeNaN();
    expect(histogram.mean).toBeNaN();
    expect(histogram.max).toBeNaN();
  });

  test('keeps values outside its range in the first and last bucket', () => {
    const histogram = histogramOf([1e-9, 1e12]);
    expect(histogram.quantile(0)).toBeLessThan(1e-4);
    expect(histogram.quantile(1)).toBeGreaterThan(1e9);
    expect(histogram.max).toBe(1e12);
  });
});
