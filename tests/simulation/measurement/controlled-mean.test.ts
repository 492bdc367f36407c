import { describe, expect, test } from 'vitest';
import { streamKey, uniform } from '../../../src/simulation/engine/random';
import { controlledMean } from '../../../src/simulation/measurement/controlled-mean';
import { studentQuantile } from '../../../src/simulation/measurement/student-quantile';

describe("Student's quantile", () => {
  // Computed by inverting the incomplete beta function to 15 digits.
  test.each([
    [0.995, 5, 4.03214298],
    [0.975, 10, 2.22813885],
    [0.995, 10, 3.16927267],
    [0.995, 27, 2.77068296],
    [0.975, 29, 2.04522964],
  ])('at %d with %d degrees of freedom is %d within 0.1 %%', (p, freedom, expected) => {
    expect(Math.abs(studentQuantile(p, freedom) / expected - 1)).toBeLessThan(1e-3);
  });
});

describe('the mean of replications', () => {
  const key = streamKey(5, 0);
  const draw = (experiment: number, i: number) => uniform(key, experiment, i, 0) - 0.5;

  test('without controls is the mean with the interval of the t distribution', () => {
    const { mean, halfWidth } = controlledMean([1, 2, 3, 4, 5, 6], [], 0.99);
    expect(mean).toBe(3.5);
    expect(halfWidth).toBeCloseTo(4.0321 * Math.sqrt(3.5 / 6), 2);
  });

  test('takes out what a control explains', () => {
    const controls = [0.3, -0.2, 0.5, 0.1, -0.7, 0.4, -0.1, 0.2];
    const values = controls.map((control) => 10 + 3 * control);
    const { mean, halfWidth } = controlledMean(
      values,
      controls.map((control) => [control]),
      0.99,
    );
    expect(mean).toBeCloseTo(10, 12);
    expect(halfWidth).toBeLessThan(1e-12);
  });

  test('has the true mean in its 99 % interval 99 times in 100', () => {
    const experimentCount = 2000;
    let inside = 0;
    for (let experiment = 0; experiment < experimentCount; experiment++) {
      const indices = Array.from({ length: 12 }, (_, i) => i);
      const controls = indices.map((i) => [draw(experiment, i)]);
      const values = indices.map((i) => 2 * draw(experiment, i) + draw(experiment, i + 100));
      const { mean, halfWidth } = controlledMean(values, controls, 0.99);
      if (Math.abs(mean) <= halfWidth) inside++;
    }
    // Standard deviation of the share 0.0022.
    expect(Math.abs(inside / experimentCount - 0.99)).toBeLessThan(0.008);
  });
});
