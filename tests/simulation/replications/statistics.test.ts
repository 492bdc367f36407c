import { describe, expect, test } from 'vitest';
import {
  isBeyondNoise,
  pairedDifference,
} from '../../../src/simulation/replications/paired-difference';
import { percentile } from '../../../src/simulation/replications/percentile';

describe('a paired difference', () => {
  test('does not see what both sides share', () => {
    const luck = [10, 55, 23, 78, 41, 90];
    const difference = pairedDifference(
      luck.map((value, index) => value + 2 + (index % 2) * 0.1),
      luck,
    );
    expect(difference?.mean).toBeCloseTo(2.05);
    expect(difference?.halfWidth).toBeLessThan(0.07);
    expect(difference && isBeyondNoise(difference)).toBe(true);
  });

  test('counts only pairs that both sides have', () => {
    expect(pairedDifference([1, null, 5], [0, 3, 3])?.mean).toBe(1.5);
    expect(pairedDifference([null], [1])).toBeNull();
  });

  test('of one seed proves nothing', () => {
    expect(isBeyondNoise({ mean: 100, halfWidth: null })).toBe(false);
  });
});

describe('a percentile', () => {
  test('lies between its neighbours and knows no gaps', () => {
    expect(percentile([4, 1, 3, 2, Number.NaN], 0.5)).toBe(2.5);
    expect(percentile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8);
    expect(percentile([Number.NaN], 0.5)).toBeNaN();
  });
});
