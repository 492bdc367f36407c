import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onStep, stopCount, stopOf, valueAt, valueBeside } from '../../src/design/range-scale';

const replicas = { min: 0, max: 12, step: 1 };
const rate = { min: 1, max: 5000, step: 1, kind: 'log' as const };

describe('a slider', () => {
  test('reaches both ends', () => {
    for (const scale of [replicas, rate]) {
      expect(valueAt(scale, 0)).toBe(scale.min);
      expect(valueAt(scale, stopCount(scale))).toBe(scale.max);
    }
  });

  test('never goes down while it is drawn to the right', () => {
    for (const scale of [replicas, rate]) {
      for (let stop = 1; stop <= stopCount(scale); stop += 1) {
        expect(valueAt(scale, stop)).toBeGreaterThanOrEqual(valueAt(scale, stop - 1));
      }
    }
  });

  test('stands at the stop nearest to its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (value) => {
        const stop = stopOf(rate, value);
        const near = [stop - 1, stop + 1].filter((at) => at >= 0 && at <= stopCount(rate));
        const distance = (at: number) =>
          Math.abs(Math.log(rate.max) * (at / stopCount(rate)) - Math.log(value));
        for (const at of near) expect(distance(stop)).toBeLessThanOrEqual(distance(at) + 1e-9);
      }),
    );
  });

  test('a decade is as long as another', () => {
    expect(stopOf(rate, 100) - stopOf(rate, 10)).toBeCloseTo(
      stopOf(rate, 1000) - stopOf(rate, 100),
      -0.5,
    );
  });

  test('a typed value lands on a step within the ends', () => {
    expect(onStep(replicas, 3.4)).toBe(3);
    expect(onStep(replicas, 99)).toBe(12);
    expect(onStep({ min: 1.1, max: 1000, step: 0.1 }, 50.04)).toBe(50);
  });
});

describe('a slider over decades', () => {
  const queue = { min: 0, max: 100_000, step: 1, kind: 'log' as const, decadesFrom: 1 };

  test('may begin at nothing at all', () => {
    expect(valueAt(queue, 0)).toBe(0);
    expect(stopOf(queue, 0)).toBe(0);
    expect(valueAt(queue, 1)).toBe(1);
    expect(stopOf(queue, 1)).toBe(1);
    expect(valueAt(queue, stopCount(queue))).toBe(100_000);
  });

  test('is stepped through by its arrow keys number by number', () => {
    const upwards = [0, 1, 9, 10, 95, 100].map((value) => valueBeside(queue, value, 1));
    expect(upwards).toEqual([1, 2, 10, 20, 100, 200]);
    const downwards = [1, 10, 20, 100, 105].map((value) => valueBeside(queue, value, -1));
    expect(downwards).toEqual([0, 9, 10, 90, 100]);
    expect(valueBeside({ min: 0.1, max: 10, step: 0.1, kind: 'log' }, 0.3, 1)).toBe(0.4);
  });
});
