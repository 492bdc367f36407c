/** The first two moments of the document's distributions, for theory and for checks of the samples. */
import type { Distribution } from '../../architecture/distribution';
import { meanOf } from '../../architecture/distribution-mean';

export interface Moments {
  /** E[X], in the unit of the distribution. */
  mean: number;
  /** E[X²], in its square. */
  second: number;
}

export function momentsOf(distribution: Distribution): Moments {
  return { mean: meanOf(distribution), second: secondMomentOf(distribution) };
}

/** Coefficient of variation: standard deviation / mean; 0 where the mean is 0. */
export function cvOf(distribution: Distribution): number {
  const { mean, second } = momentsOf(distribution);
  return mean === 0 ? 0 : Math.sqrt(Math.max(0, second - mean * mean)) / mean;
}

function secondMomentOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value * distribution.value;
    case 'exponential':
      return 2 * distribution.mean * distribution.mean;
    case 'erlang':
      return distribution.mean * distribution.mean * (1 + 1 / distribution.shape);
    case 'gamma':
    case 'lognormal':
      return distribution.mean * distribution.mean * (1 + distribution.cv * distribution.cv);
    case 'uniform':
      return meanSquareBetween(distribution.min, distribution.max);
    case 'hyperexponential':
      return distribution.branches.reduce(
        (sum, { probability, mean }) => sum + probability * 2 * mean * mean,
        0,
      );
    case 'empirical':
      return secondMomentOfQuantiles(distribution.quantiles);
  }
}

/** E[X²] of a value spread evenly between two ends. */
function meanSquareBetween(from: number, to: number): number {
  return (from * from + from * to + to * to) / 3;
}

function secondMomentOfQuantiles(quantiles: readonly { p: number; value: number }[]): number {
  let sum = 0;
  for (let i = 1; i < quantiles.length; i++) {
    const from = quantiles[i - 1];
    const to = quantiles[i];
    if (from && to) sum += (to.p - from.p) * meanSquareBetween(from.value, to.value);
  }
  return sum;
}
