import { describe, expect, it } from 'vitest';
import { shop } from '../../../src/architecture/shop';
import { meanInterval } from '../../../src/simulation/replications/mean-interval';
import { summarizeSweep } from '../../../src/simulation/replications/summarize-sweep';
import type { SweepRow } from '../../../src/simulation/replications/sweep-row';
import { runDeployment } from '../../../src/simulation/run-deployment';

const seconds = 20;

function rowsOf(deployment: string, seeds: readonly number[]): SweepRow[] {
  return seeds.map((seed) => ({
    document: shop.id,
    vary: {},
    deployment,
    seed,
    result: runDeployment({ document: shop, deploymentId: deployment, seed, seconds }),
  }));
}

describe('the mean of replications', () => {
  it('has the interval of Student’s t', () => {
    // Mean 3, standard deviation √2.5, five values: t(0.975, 4) = 2.7764.
    const { mean, halfWidth } = meanInterval([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(halfWidth).toBeCloseTo((2.776445 * Math.sqrt(2.5)) / Math.sqrt(5), 2);
  });

  it('says nothing of its spread from one seed', () => {
    expect(meanInterval([7])).toEqual({ mean: 7, halfWidth: null });
  });
});

describe('a sweep', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const monolith = rowsOf('monolith', seeds);
  const microservices = rowsOf('microservices', seeds);
  const rows = [...monolith, ...microservices];

  it('says the same in whatever order and however often its lines are read', () => {
    expect(summarizeSweep([...rows].reverse())).toEqual(summarizeSweep(rows));
    expect(summarizeSweep([...rows, ...monolith])).toEqual(summarizeSweep(rows));
  });

  it('knows the difference of two cuts better than either, since their customers are the same', () => {
    const [group] = summarizeSweep(rows);
    const paired = group.differences['microservices-monolith'].figures.throughputPerSecond;
    const own = group.deployments.monolith.figures.throughputPerSecond;
    expect(paired.halfWidth).toBeLessThan((own.halfWidth ?? 0) / 5);
  });

  it('pairs only the seeds that both sides have', () => {
    const [group] = summarizeSweep([...monolith, ...microservices.slice(2)]);
    expect(group.deployments.monolith.seeds).toBe(6);
    expect(group.differences['microservices-monolith'].seeds).toBe(4);
  });
});
