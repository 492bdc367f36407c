import { describe, expect, test } from 'vitest';
import { shop } from '../../../src/architecture/shop';
import { cheapestAt } from '../../../src/simulation/replications/scaling-search';
import { runHere } from '../../comparison/run-here';

const [monolith] = shop.deployments;

function cheapest(arrivalRatePerSecond: number) {
  return cheapestAt({
    document: shop,
    deployment: monolith,
    arrivalRatePerSecond,
    seeds: [1],
    run: runHere,
  });
}

describe('the smallest cost that holds the objectives', () => {
  test('grows with the load', async () => {
    const few = await cheapest(50);
    const many = await cheapest(400);
    expect(few.usdPerHour).not.toBeNull();
    expect(many.usdPerHour ?? 0).toBeGreaterThan(few.usdPerHour ?? 0);
    expect(many.replicas.shop).toBeGreaterThan(few.replicas.shop);
  });

  test('does not exist where a database that cannot be multiplied is too small', async () => {
    const beyond = await cheapest(1000);
    expect(beyond.usdPerHour).toBeNull();
    expect(beyond.busiestUnitId).toBe('database');
  });
});
