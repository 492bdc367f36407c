import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type Distribution,
  type DistributionInput,
  distributionSchema,
} from '../../../src/architecture/distribution';
import { meanOf } from '../../../src/architecture/distribution-mean';
import { DistributionTable } from '../../../src/simulation/engine/distribution';
import { cvOf } from '../../../src/simulation/engine/distribution-moments';
import { streamKey } from '../../../src/simulation/engine/random';

const sampleCount = 100_000;
const key = streamKey(2026, 3);

function distributionOf(input: DistributionInput): Distribution {
  return v.parse(distributionSchema, input);
}

function samplesOf(input: DistributionInput): Float64Array {
  const table = new DistributionTable();
  const handle = table.add(distributionOf(input));
  return Float64Array.from({ length: sampleCount }, (_, i) => table.sample(handle, key, i, 5, 32));
}

interface Case {
  name: string;
  input: DistributionInput;
  mean: number;
  cv: number;
  /** P(X ≤ x). */
  atMost: (x: number) => number;
}

/** Lower incomplete gamma function over the whole one, by its series. */
function gammaAtMost(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * 1e-15; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/** ln Γ by Stirling's series, after lifting the argument above 12. */
function logGamma(x: number): number {
  let lift = 0;
  let y = x;
  for (; y < 12; y++) lift += Math.log(y);
  const stirling = (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2;
  return stirling + 1 / (12 * y) - 1 / (360 * y ** 3) + 1 / (1260 * y ** 5) - lift;
}

/** P(Z ≤ z) by the same series: a normal's square is gamma with shape 1/2. */
function normalAtMost(z: number): number {
  const square = gammaAtMost(0.5, (z * z) / 2);
  return z < 0 ? (1 - square) / 2 : (1 + square) / 2;
}

const lognormalVariance = Math.log(1 + 1.2 ** 2);
const heavy = Math.sqrt((4 - 1) / (4 + 1));

const cases: Case[] = [
  {
    name: 'exponential',
    input: { kind: 'exponential', mean: 3 },
    mean: 3,
    cv: 1,
    atMost: (x) => 1 - Math.exp(-x / 3),
  },
  {
    name: 'Erlang of shape 4, as a product of uniforms',
    input: { kind: 'erlang', mean: 3, shape: 4 },
    mean: 3,
    cv: 0.5,
    atMost: (x) => gammaAtMost(4, (x * 4) / 3),
  },
  {
    name: 'Erlang of shape 9, as a gamma',
    input: { kind: 'erlang', mean: 3, cv: 1 / 3 },
    mean: 3,
    cv: 1 / 3,
    atMost: (x) => gammaAtMost(9, x * 3),
  },
  {
    name: 'gamma of cv 0.4',
    input: { kind: 'gamma', mean: 3, cv: 0.4 },
    mean: 3,
    cv: 0.4,
    atMost: (x) => gammaAtMost(6.25, (x * 6.25) / 3),
  },
  {
    name: 'gamma of cv 2',
    input: { kind: 'gamma', mean: 3, cv: 2 },
    mean: 3,
    cv: 2,
    atMost: (x) => gammaAtMost(0.25, x / 12),
  },
  {
    name: 'lognormal',
    input: { kind: 'lognormal', mean: 3, cv: 1.2 },
    mean: 3,
    cv: 1.2,
    atMost: (x) =>
      normalAtMost((Math.log(x / 3) + lognormalVariance / 2) / Math.sqrt(lognormalVariance)),
  },
  {
    name: 'hyperexponential of cv 2 with balanced means',
    input: { kind: 'hyperexponential', mean: 3, cv: 2 },
    mean: 3,
    cv: 2,
    atMost: (x) =>
      1 -
      ((1 + heavy) / 2) * Math.exp((-x * (1 + heavy)) / 3) -
      ((1 - heavy) / 2) * Math.exp((-x * (1 - heavy)) / 3),
  },
  {
    name: 'hyperexponential of three branches',
    input: {
      kind: 'hyperexponential',
      branches: [
        { probability: 0.5, mean: 1 },
        { probability: 0.3, mean: 2 },
        { probability: 0.2, mean: 5 },
      ],
    },
    mean: 2.1,
    cv: Math.sqrt(2 * (0.5 + 0.3 * 4 + 0.2 * 25) - 2.1 ** 2) / 2.1,
    atMost: (x) => 1 - 0.5 * Math.exp(-x) - 0.3 * Math.exp(-x / 2) - 0.2 * Math.exp(-x / 5),
  },
  {
    name: 'uniform',
    input: { kind: 'uniform', min: 1, max: 5 },
    mean: 3,
    cv: 4 / Math.sqrt(12) / 3,
    atMost: (x) => (x - 1) / 4,
  },
  {
    name: 'empirical quantiles',
    input: {
      kind: 'empirical',
      quantiles: [
        { p: 0, value: 1 },
        { p: 0.5, value: 2 },
        { p: 0.9, value: 8 },
        { p: 1, value: 20 },
      ],
    },
    mean: 0.5 * 1.5 + 0.4 * 5 + 0.1 * 14,
    cv: Math.sqrt(0.5 * (7 / 3) + 0.4 * 28 + 0.1 * 208 - 4.15 ** 2) / 4.15,
    atMost: (x) =>
      x < 2 ? (x - 1) / 2 : x < 8 ? 0.5 + (0.4 * (x - 2)) / 6 : 0.9 + (0.1 * (x - 8)) / 12,
  },
];

describe.each(cases)('a distribution: $name', ({ input, mean, cv, atMost }) => {
  const samples = samplesOf(input);

  test('states its mean and cv', () => {
    expect(meanOf(distributionOf(input))).toBeCloseTo(mean, 12);
    expect(cvOf(distributionOf(input))).toBeCloseTo(cv, 12);
  });

  test('has samples with that mean, within 4.5 standard errors', () => {
    const sampleMean = samples.reduce((sum, x) => sum + x, 0) / sampleCount;
    const standardError = (cv * mean) / Math.sqrt(sampleCount);
    expect(Math.abs(sampleMean - mean) / standardError).toBeLessThan(4.5);
  });

  test('has samples of that law (Kolmogorov–Smirnov at one in 100,000)', () => {
    const sorted = samples.slice().sort();
    let distance = 0;
    for (let i = 0; i < sampleCount; i++) {
      const p = atMost(sorted[i] as number);
      distance = Math.max(
        distance,
        Math.abs(p - i / sampleCount),
        Math.abs(p - (i + 1) / sampleCount),
      );
    }
    expect(distance * Math.sqrt(sampleCount)).toBeLessThan(2.47);
  });
});

describe('the table of distributions', () => {
  test('gives a constant as it is', () => {
    const table = new DistributionTable();
    const handle = table.add(distributionOf(2.5));
    expect(table.sample(handle, key, 1, 2, 3)).toBe(2.5);
  });

  test('keeps one entry for the same distribution written twice', () => {
    const table = new DistributionTable();
    const first = table.add(distributionOf({ kind: 'exponential', mean: 3 }));
    expect(table.add(distributionOf({ kind: 'exponential', mean: 4 }))).not.toBe(first);
    expect(table.add(distributionOf({ kind: 'exponential', mean: 3 }))).toBe(first);
  });

  test('keeps its entries apart when it grows', () => {
    const table = new DistributionTable();
    const handles = Array.from({ length: 100 }, (_, i) =>
      table.add(
        distributionOf({
          kind: 'empirical',
          quantiles: [
            { p: 0, value: i },
            { p: 1, value: i + 0.5 },
          ],
        }),
      ),
    );
    handles.forEach((handle, i) => {
      const value = table.sample(handle, key, i, 0, 0);
      expect(value).toBeGreaterThanOrEqual(i);
      expect(value).toBeLessThanOrEqual(i + 0.5);
    });
  });

  test('gives the same customer the same luck: a slower exponential is the same draw, longer', () => {
    const table = new DistributionTable();
    const fast = table.add(distributionOf({ kind: 'exponential', mean: 2 }));
    const slow = table.add(distributionOf({ kind: 'exponential', mean: 6 }));
    for (let i = 0; i < 100; i++) {
      const ratio = table.sample(slow, key, i, 4, 0) / table.sample(fast, key, i, 4, 0);
      expect(ratio).toBeCloseTo(3, 12);
    }
  });

  test('couples different laws by one uniform, so that long stays long', () => {
    const table = new DistributionTable();
    const one = table.add(distributionOf({ kind: 'exponential', mean: 2 }));
    const other = table.add(distributionOf({ kind: 'lognormal', mean: 9, cv: 1.5 }));
    const byFirst = Array.from({ length: 200 }, (_, i) => ({
      x: table.sample(one, key, i, 4, 0),
      y: table.sample(other, key, i, 4, 0),
    })).sort((a, b) => a.x - b.x);
    const ys = byFirst.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });
});

describe('a distribution', () => {
  test('knows its mean', () => {
    const quantiles = [
      { p: 0, value: 0 },
      { p: 0.5, value: 2 },
      { p: 1, value: 10 },
    ];
    expect(meanOf({ kind: 'empirical', quantiles })).toBeCloseTo(0.5 * 1 + 0.5 * 6, 12);
    expect(meanOf({ kind: 'uniform', min: 1, max: 4 })).toBe(2.5);
    expect(meanOf({ kind: 'constant', value: 7 })).toBe(7);
    expect(meanOf({ kind: 'erlang', mean: 3, shape: 2 })).toBe(3);
    const branches = [
      { probability: 0.25, mean: 8 },
      { probability: 0.75, mean: 4 },
    ];
    expect(meanOf({ kind: 'hyperexponential', branches })).toBe(5);
  });
});
