import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { call, endingsOf, simulate, wait } from '../scenario';

const services = [
  { id: 'shop', steps: [call('stock')] },
  { id: 'stock', steps: [wait(10)] },
];

describe('a call to another unit', () => {
  test('takes the network each way', () => {
    expect(endingsOf({ services, network: { latencyMs: 3 }, arrivals: [0] })).toEqual(['16 ok']);
  });

  test('costs CPU for serialisation once on each side, at the speed of each', () => {
    const [shop, stock] = services;
    const unlike = [
      { ...shop, unit: { cores: 0.5 } },
      { ...stock, unit: { speed: 4 } },
    ];
    const network = { latencyMs: 3, serializationCpuMs: 2 };
    // 2 ÷ 0.5 at the caller, 3, 2 ÷ 4 at the callee, 10, 3.
    const simulation = simulate({ services: unlike, network, arrivals: [0] });
    simulation.runUntil(100);
    const result = resultOf(simulation);
    expect(result.journeys.visit.latencyMs.max).toBe(20.5);
    expect(result.units.shop.utilization.cores).toBeCloseTo(0.04, 9);
    expect(result.units.stock.utilization.cores).toBeCloseTo(0.005, 9);
  });

  test('is measured from the send to the answer', () => {
    const network = { latencyMs: 3, serializationCpuMs: 2 };
    const simulation = simulate({ services, network, arrivals: [0, 0] });
    simulation.runUntil(100);
    const { attempts, ok, latencyMs } = resultOf(simulation).calls['shop->stock'];
    expect({ attempts, ok }).toEqual({ attempts: 2, ok: 2 });
    // Serialisation at the caller comes before the send, that at the callee is part of the attempt.
    expect(latencyMs.mean).toBeCloseTo(18, 9);
  });

  test('with a probability is made for that share of requests, and the choice is the request’s own', () => {
    const [, stock] = services;
    const scenario = (probability: number) => ({
      services: [{ id: 'shop', steps: [call('stock', probability)] }, stock],
      arrivals: Array.from({ length: 4000 }, (_, i) => i * 20),
    });
    const attempts = [0, 0.25, 1].map((probability) => {
      const simulation = simulate(scenario(probability));
      simulation.runUntil(1e5);
      return resultOf(simulation).calls['shop->stock'].attempts;
    });
    expect(attempts[0]).toBe(0);
    // Four standard deviations.
    expect(Math.abs(attempts[1] - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75));
    expect(attempts[2]).toBe(4000);
  });
});
