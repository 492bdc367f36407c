import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naturalLogarithm } from '../../../src/simulation/engine/logarithm';
import { logarithmError } from './high-precision';

const errorMaxUlp = 0.53;

function largestError(xs: Iterable<number>): number {
  let largest = 0;
  for (const x of xs) {
    largest = Math.max(largest, Math.abs(logarithmError(x, naturalLogarithm(x))));
  }
  return largest;
}

/** `count` points that cover a range without a pattern. */
function* between(from: number, to: number, count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield from + (to - from) * ((i * 0.6180339887498949) % 1);
}

describe('the natural logarithm', () => {
  test('is within 0.53 units in the last place over [1/2, 2]', () => {
    expect(largestError(between(0.5, 2, 3000))).toBeLessThan(errorMaxUlp);
  });

  test('is within 0.53 units in the last place next to 1, where its value vanishes', () => {
    expect(largestError(between(1 - 2 ** -7, 1 + 2 ** -6, 3000))).toBeLessThan(errorMaxUlp);
    const nearest = [1 - 2 ** -53, 1 + 2 ** -52, 1 - 2 ** -40, 1 + 2 ** -40];
    expect(largestError(nearest)).toBeLessThan(errorMaxUlp);
  });

  test('is within 0.53 units in the last place for any positive double', () => {
    const positive = fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(positive, (x) => {
        expect(Math.abs(logarithmError(x, naturalLogarithm(x)))).toBeLessThan(errorMaxUlp);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('has its limits where the domain ends', () => {
    expect(naturalLogarithm(1)).toBe(0);
    expect(naturalLogarithm(0)).toBe(-Infinity);
    expect(naturalLogarithm(-0)).toBe(-Infinity);
    expect(naturalLogarithm(-1)).toBeNaN();
    expect(naturalLogarithm(-Infinity)).toBeNaN();
    expect(naturalLogarithm(NaN)).toBeNaN();
    expect(naturalLogarithm(Infinity)).toBe(Infinity);
    expect(naturalLogarithm(Number.MIN_VALUE)).toBe(-744.4400719213812);
    expect(naturalLogarithm(Number.MAX_VALUE)).toBe(709.782712893384);
  });

  test('never falls from one double to the next across the borders of its table', () => {
    for (let i = 0; i < 256; i++) {
      const border = 0.6875 + (i + 0.5) / 256;
      for (let step = -4; step < 4; step++) {
        const x = border + step * 2 ** -52;
        expect(naturalLogarithm(x + 2 ** -52)).toBeGreaterThanOrEqual(naturalLogarithm(x));
      }
    }
  });
});
