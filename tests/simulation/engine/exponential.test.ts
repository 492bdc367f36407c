import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponentialFunction } from '../../../src/simulation/engine/exponential';
import { exponentialError } from './high-precision';

function expectWithin(x: number, errorMaxUlp: number): void {
  expect(Math.abs(exponentialError(x, exponentialFunction(x)))).toBeLessThan(errorMaxUlp);
}

describe('the exponential function', () => {
  test('is within 0.52 units in the last place wherever its value is a normal double', () => {
    fc.assert(
      fc.property(fc.double({ min: -708.39, max: 709.78, noNaN: true }), (x) => {
        expectWithin(x, 0.52);
      }),
      { numRuns: 2000, seed: 1 },
    );
    for (let i = -2000; i < 2000; i++) expectWithin((i + 0.618) / 2000, 0.52);
  });

  test('is within one unit in the last place where its value is subnormal', () => {
    for (let i = 0; i < 500; i++) expectWithin(-708.4 - 36 * ((i * 0.618) % 1), 1);
  });

  test('has its limits where the range ends', () => {
    expect(exponentialFunction(0)).toBe(1);
    expect(exponentialFunction(-0)).toBe(1);
    expect(exponentialFunction(1e-300)).toBe(1);
    expect(exponentialFunction(709.782712893384)).toBeLessThan(Infinity);
    expect(exponentialFunction(709.7827128933841)).toBe(Infinity);
    expect(exponentialFunction(Infinity)).toBe(Infinity);
    expect(exponentialFunction(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exponentialFunction(-745.2)).toBe(0);
    expect(exponentialFunction(-Infinity)).toBe(0);
    expect(exponentialFunction(NaN)).toBeNaN();
  });
});
