import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  call,
  callNow,
  endings,
  endingsOf,
  parallel,
  type Scenario,
  simulate,
  wait,
} from '../scenario';

const missing = { id: 'stock', steps: [], unit: { replicas: 0 } };

describe('a fallback', () => {
  const fallback = { caller: 'catalog', callee: 'stock', fallback: 'degraded' as const };

  test('makes a failed call a degraded answer, all the way up', () => {
    const services = [
      { id: 'shop', steps: [call('catalog'), wait(5)] },
      { id: 'catalog', steps: [parallel([call('stock')], [wait(1)]), wait(10)] },
      missing,
    ];
    expect(endingsOf({ services, policies: [fallback], arrivals: [0] })).toEqual(['16 degraded']);
  });

  test('comes after the retries, and does not save the caller from other failures', () => {
    const services = [
      { id: 'catalog', steps: [call('stock'), call('prices')] },
      missing,
      { id: 'prices', steps: [], unit: { replicas: 0 } },
    ];
    const retries = { max: 2, backoffMs: 10, factor: 1, jitter: 'none' as const };
    const policies = [{ ...fallback, retries }];
    expect(endingsOf({ services, policies, arrivals: [0] })).toEqual(['20 unavailable']);
  });

  test('stands in for refusals too', () => {
    const services = [
      { id: 'catalog', steps: [call('stock')] },
      { id: 'stock', steps: [wait(10)] },
    ];
    const policies = [{ ...fallback, bulkhead: { maxConcurrent: 1 } }];
    expect(endingsOf({ services, policies, arrivals: [0, 3] })).toEqual(['3 degraded', '10 ok']);
  });
});

describe('a hedged call', () => {
  const services = [
    { id: 'shop', steps: [call('stock')] },
    { id: 'stock', steps: [wait(100)], unit: { replicas: 2 } },
  ];
  const hedge = (afterMs: number, max = 1) => [
    { caller: 'shop', callee: 'stock', hedge: { afterMs, max } },
  ];

  test('sends a second copy after its delay and takes the first answer', () => {
    const simulation = simulate({
      services,
      policies: hedge(20),
      arrivals: [0],
      // The first copy, at the first replica, is slow.
      timeline: [{ atMs: 0, fault: 'slow', replica: { unit: 'stock', number: 1 }, factor: 5 }],
    });
    expect(endings(simulation, 300)).toEqual(['120 ok']);
    const { attempts, retries, ok, failed } = resultOf(simulation).calls['shop->stock'];
    expect({ attempts, retries, ok, failed }).toEqual({
      attempts: 2,
      retries: 0,
      ok: 1,
      failed: 0,
    });
    // The slow copy works on, in vain.
    expect(callNow(simulation, 1, 'inFlight')).toBe(1);
    simulation.runUntil(500);
    expect(callNow(simulation, 1, 'inFlight')).toBe(0);
  });

  test('sends none when the answer comes first', () => {
    const simulation = simulate({ services, policies: hedge(100.5), arrivals: [0] });
    expect(endings(simulation, 1000)).toEqual(['100 ok']);
    expect(resultOf(simulation).calls['shop->stock'].attempts).toBe(1);
  });

  test('sends at most so many, one delay after another', () => {
    const simulation = simulate({ services, policies: hedge(20, 3), arrivals: [0] });
    simulation.runUntil(50);
    expect(resultOf(simulation).calls['shop->stock'].attempts).toBe(3);
    expect(endings(simulation, 1000)).toEqual(['100 ok']);
    expect(resultOf(simulation).calls['shop->stock'].attempts).toBe(4);
  });

  test('fails only when every copy has failed', () => {
    const scenario: Scenario = {
      services,
      policies: hedge(20),
      arrivals: [0],
      timeline: [
        { atMs: 50, fault: 'crash', replica: { unit: 'stock', number: 1 } },
        { atMs: 60, fault: 'crash', replica: { unit: 'stock', number: 2 } },
      ],
    };
    expect(endingsOf(scenario)).toEqual(['60 crashed']);
    const [first] = scenario.timeline ?? [];
    expect(endingsOf({ ...scenario, timeline: [first] })).toEqual(['120 ok']);
  });
});
