import type { Distribution } from './distribution';

/** The mean of a distribution, in its own unit. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'hyperexponential':
      return distribution.branches.reduce(
        (sum, { probability, mean }) => sum + probability * mean,
        0,
      );
    case 'empirical': {
      const { quantiles } = distribution;
      let sum = 0;
      for (let index = 1; index < quantiles.length; index += 1) {
        const [from, to] = [quantiles[index - 1], quantiles[index]];
        if (from && to) sum += ((to.p - from.p) * (from.value + to.value)) / 2;
      }
      return sum;
    }
    default:
      return distribution.mean;
  }
}
