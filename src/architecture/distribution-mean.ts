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

/** The same shape with another mean ≥ 0; 0 has no shape, so that it, and what comes from it, is a constant. */
export function withMean(distribution: Distribution, mean: number): Distribution {
  const before = meanOf(distribution);
  if (mean === 0 || before === 0) return { kind: 'constant', value: mean };
  const scaled = (value: number) => (value * mean) / before;
  switch (distribution.kind) {
    case 'constant':
      return { kind: 'constant', value: mean };
    case 'uniform':
      return { ...distribution, min: scaled(distribution.min), max: scaled(distribution.max) };
    case 'hyperexponential': {
      const branches = distribution.branches.map((branch) => ({
        ...branch,
        mean: scaled(branch.mean),
      }));
      return { ...distribution, branches };
    }
    case 'empirical': {
      const quantiles = distribution.quantiles.map(({ p, value }) => ({ p, value: scaled(value) }));
      return { ...distribution, quantiles };
    }
    default:
      return { ...distribution, mean };
  }
}
