import { describe, expect, test } from 'vitest';
import { call, callNow, endings, endingsOf, type Scenario, simulate, wait } from '../scenario';

const services = [
  { id: 'shop', steps: [call('stock')] },
  { id: 'stock', steps: [wait(10)] },
];

const policies = (maxConcurrent: number, maxWaiting = 0) => [
  { caller: 'shop', callee: 'stock', bulkhead: { maxConcurrent, maxWaiting } },
];

describe('a bulkhead', () => {
  test('refuses at once what is beyond it, without touching the network', () => {
    const network = { latencyMs: 100 };
    const scenario = { services, network, policies: policies(2), arrivals: [0, 0, 0, 5] };
    expect(endingsOf(scenario)).toEqual(['0 rejected', '5 rejected', '210 ok', '210 ok']);
  });

  test('lets a number wait, first come first served', () => {
    const scenario = { services, policies: policies(1, 2), arrivals: [0, 1, 2, 3] };
    expect(endingsOf(scenario)).toEqual(['3 rejected', '10 ok', '20 ok', '30 ok']);
  });

  test('belongs to each replica of the caller', () => {
    const [shop, stock] = services;
    const two = [{ ...shop, unit: { replicas: 2 } }, stock];
    expect(endingsOf({ services: two, policies: policies(1), arrivals: [0, 0, 0] })).toEqual([
      '0 rejected',
      '10 ok',
      '10 ok',
    ]);
  });

  test('counts calls that are under way when it is put up, and lets those in its queue go when it is taken down', () => {
    const scenario: Scenario = {
      services,
      arrivals: [0, 0, 5, 12],
      timeline: [{ atMs: 4, policy: policies(2)[0] }],
    };
    expect(endingsOf(scenario)).toEqual(['5 rejected', '10 ok', '10 ok', '22 ok']);
    const lifted: Scenario = {
      services,
      arrivals: [0, 0, 0],
      policies: policies(1, 2),
      timeline: [{ atMs: 4, policy: { caller: 'shop', callee: 'stock' } }],
    };
    const simulation = simulate(lifted);
    simulation.runUntil(4);
    expect(callNow(simulation, 1, 'inFlight')).toBe(3);
    expect(endings(simulation, 100)).toEqual(['10 ok', '14 ok', '14 ok']);
  });

  test('that shrinks lets nobody in until enough have left', () => {
    const scenario: Scenario = {
      services,
      arrivals: [0, 1, 2, 5, 11, 12.5],
      policies: policies(3, 5),
      timeline: [{ atMs: 4, policy: policies(1, 1)[0] }],
    };
    // The one of 5 waits until the last of the three is back at 12.
    expect(endingsOf(scenario)).toEqual([
      '10 ok',
      '11 ok',
      '11 rejected',
      '12 ok',
      '22 ok',
      '32 ok',
    ]);
  });
});
