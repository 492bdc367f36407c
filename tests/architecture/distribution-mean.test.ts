import { describe, expect, test } from 'vitest';
import type { Distribution } from '../../src/architecture/distribution';
import { meanOf, withMean } from '../../src/architecture/distribution-mean';

const shapes: Distribution[] = [
  { kind: 'constant', value: 4 },
  { kind: 'exponential', mean: 4 },
  { kind: 'lognormal', mean: 4, cv: 0.6 },
  { kind: 'uniform', min: 2, max: 6 },
  {
    kind: 'hyperexponential',
    branches: [
      { probability: 0.5, mean: 2 },
      { probability: 0.5, mean: 6 },
    ],
  },
  {
    kind: 'empirical',
    quantiles: [
      { p: 0, value: 0 },
      { p: 1, value: 8 },
    ],
  },
];

describe.each(shapes)('a distribution of the kind $kind with another mean', (shape) => {
  test('has that mean and keeps its shape', () => {
    const other = withMean(shape, 10);
    expect(other.kind).toBe(shape.kind);
    expect(meanOf(other)).toBeCloseTo(10);
    expect(withMean(other, 4)).toEqual(shape);
  });

  test('is a constant at 0', () => {
    expect(withMean(shape, 0)).toEqual({ kind: 'constant', value: 0 });
    expect(withMean(withMean(shape, 0), 3)).toEqual({ kind: 'constant', value: 3 });
  });
});
