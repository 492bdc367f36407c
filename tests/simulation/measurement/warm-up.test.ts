import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { call, type Scenario, simulate, wait, work } from '../scenario';

const scenario: Scenario = {
  services: [
    {
      id: 'shop',
      steps: [work(10), call('stock')],
      unit: { concurrency: 1, usdPerReplicaHour: 36 },
    },
    { id: 'stock', steps: [wait(30)] },
  ],
  arrivals: [0, 50, 80, 110, 260],
};

describe('the warm-up', () => {
  test('leaves out requests that arrive before its end, wherever they end', () => {
    const simulation = simulate(scenario, 1, 100);
    simulation.runUntil(300);
    const { journeys, units, calls } = resultOf(simulation);
    // Those of 110 and 260; the one of 110 waits from 110 to 130 for that of 80.
    expect(journeys.visit).toMatchObject({ arrivals: 2, ok: 2, inFlight: 0 });
    expect(journeys.visit.latencyMs.mean).toBeCloseTo(50, 9);
    expect(units.shop.slotQueue).toMatchObject({ meanWaitMs: 10, maxLength: 1 });
    expect(calls['shop->stock']).toMatchObject({ attempts: 2, ok: 2 });
    // What a unit answers per second is a rate of that time: the request of 80 ends in it as well.
    expect(units.shop.throughputPerSecond).toBeCloseTo(3 / 0.2, 9);
  });

  test('leaves the time before its end out of means, shares and costs', () => {
    const simulation = simulate(scenario, 1, 100);
    simulation.runUntil(300);
    const { units, costUsd } = resultOf(simulation);
    // Slot: 100–130 and 130–170 and 260–300 of 200 ms; core: 130–140 and 260–270.
    expect(units.shop.utilization.slots).toBeCloseTo(110 / 200, 9);
    expect(units.shop.utilization.cores).toBeCloseTo(20 / 200, 9);
    expect(units.shop.slotQueue.meanLength).toBeCloseTo(20 / 200, 9);
    expect(costUsd).toBeCloseTo(0.002, 12);
  });

  test('leaves it out of the time for which breakers were open', () => {
    const circuitBreaker = { minimumCalls: 1, openMs: 500, windowMs: 1000 };
    const simulation = simulate(
      {
        ...scenario,
        policies: [{ caller: 'shop', callee: 'stock', circuitBreaker }],
        timeline: [{ atMs: 0, fault: 'errors', module: 'stock', rate: 1 }],
      },
      1,
      100,
    );
    simulation.runUntil(250);
    // Opened at 10 and open ever since.
    expect(resultOf(simulation).calls['shop->stock'].circuitOpenMs).toBeCloseTo(150, 9);
  });

  test('changes nothing about the run itself', () => {
    const digests = [0, 100, 10_000].map((warmupMs) => {
      const simulation = simulate(scenario, 1, warmupMs);
      simulation.runUntil(300);
      return simulation.digest();
    });
    expect(new Set(digests).size).toBe(1);
  });
});
