import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { call, endingsOf, parallel, simulate, unitNow, wait, work } from '../scenario';

const one = { concurrency: 1 };

describe('a slot', () => {
  test('is held from admission to answer, waits and work alike, first come first served', () => {
    const services = [{ id: 'shop', steps: [wait(10), work(5)], unit: one }];
    expect(endingsOf({ services, arrivals: [0, 1, 2] })).toEqual(['15 ok', '30 ok', '45 ok']);
  });

  test('stays held while a call to another unit is under way', () => {
    const services = [
      { id: 'shop', steps: [call('stock')], unit: { concurrency: 2 } },
      { id: 'stock', steps: [wait(100)] },
    ];
    // The callee has room for all; the caller's two slots let two through per 100 ms.
    expect(endingsOf({ services, arrivals: [0, 0, 0, 0] })).toEqual([
      '100 ok',
      '100 ok',
      '200 ok',
      '200 ok',
    ]);
  });

  test('is shared by modules of one unit: the call goes on in the slot of its caller', () => {
    const services = [
      { id: 'shop', steps: [wait(1), call('stock'), wait(1)] },
      { id: 'stock', steps: [wait(10)] },
    ];
    const units = [{ id: 'all', modules: ['shop', 'stock'], ...one }];
    const network = { latencyMs: 50, serializationCpuMs: 50 };
    expect(endingsOf({ services, units, network, arrivals: [0, 0] })).toEqual(['12 ok', '24 ok']);
  });
});

describe('calls that come back to a unit whose slots all wait for them', () => {
  const services = [
    { id: 'shop', steps: [call('orders')] },
    { id: 'orders', steps: [call('stock')] },
    { id: 'stock', steps: [wait(5)] },
  ];
  const unitsOf = (concurrency: number) => [
    { id: 'front', modules: ['shop', 'stock'], concurrency },
    { id: 'back', modules: ['orders'] },
  ];

  test('wait for ever, as threads of a pool do', () => {
    const simulation = simulate({ services, units: unitsOf(1), arrivals: [0, 1] });
    simulation.runUntil(600_000);
    expect(resultOf(simulation).journeys.visit).toMatchObject({ arrivals: 2, inFlight: 2 });
  });

  test('go on with one slot more, or with a timeout', () => {
    expect(endingsOf({ services, units: unitsOf(2), arrivals: [0] })).toEqual(['5 ok']);
    const policies = [{ caller: 'shop', callee: 'orders', timeoutMs: 50 }];
    const bounded = { services, policies, units: unitsOf(1), arrivals: [0, 1] };
    // The slot that the first one leaves goes to its own call first, which works in vain.
    expect(endingsOf(bounded)).toEqual(['50 timedOut', '105 timedOut']);
  });
});

describe('an accept queue', () => {
  const at = (acceptQueue: number) => ({
    services: [{ id: 'shop', steps: [wait(10)], unit: { ...one, acceptQueue } }],
    arrivals: [0, 1, 2, 3, 12],
  });

  test('of 0 turns away at once whoever finds no free slot', () => {
    expect(endingsOf(at(0))).toEqual(['1 rejected', '2 rejected', '3 rejected', '10 ok', '22 ok']);
  });

  test('of 1 keeps one', () => {
    expect(endingsOf(at(1))).toEqual(['2 rejected', '3 rejected', '10 ok', '20 ok', '30 ok']);
  });

  test('of n keeps n, in order, and says how long they waited', () => {
    const simulation = simulate(at(3));
    simulation.runUntil(5);
    expect(unitNow(simulation, 0, 'slotQueueLength')).toBe(3);
    expect(unitNow(simulation, 0, 'slotsBusy')).toBe(1);
    simulation.runUntil(100);
    const { slotQueue } = resultOf(simulation).units.shop;
    // Waits of 0, 9, 18, 27 and 28 ms.
    expect(slotQueue.meanWaitMs).toBeCloseTo(82 / 5, 9);
    expect(slotQueue.meanLength).toBeCloseTo(82 / 100, 9);
    expect(slotQueue).toMatchObject({ maxLength: 3, rejected: 0 });
  });

  test('sees what happens at one instant in the order in which it was scheduled', () => {
    const services = [{ id: 'shop', steps: [wait(10)], unit: { ...one, acceptQueue: 0 } }];
    // The arrival at 10 stood in the list before the first visit began.
    expect(endingsOf({ services, arrivals: [0, 10, 20] })).toEqual([
      '10 rejected',
      '10 ok',
      '30 ok',
    ]);
  });
});

describe('cores', () => {
  test('are taken in order, each until the demand is done', () => {
    const services = [{ id: 'shop', steps: [work(10)], unit: { cores: 2 } }];
    expect(endingsOf({ services, arrivals: [0, 0, 0, 5] })).toEqual([
      '10 ok',
      '10 ok',
      '20 ok',
      '20 ok',
    ]);
  });

  test('of half the size or of half the speed take twice the time', () => {
    const half = { id: 'shop', steps: [work(10)], unit: { cores: 0.5 } };
    const slow = { id: 'shop', steps: [work(10)], unit: { speed: 0.5 } };
    expect(endingsOf({ services: [half], arrivals: [0] })).toEqual(['20 ok']);
    expect(endingsOf({ services: [slow], arrivals: [0] })).toEqual(['20 ok']);
  });

  test('count busy only while they compute: utilisation is demand over time', () => {
    const services = [{ id: 'shop', steps: [work(10), wait(30)], unit: { ...one, cores: 2 } }];
    const simulation = simulate({ services, arrivals: [0, 40] });
    simulation.runUntil(100);
    expect(resultOf(simulation).units.shop.utilization).toEqual({ slots: 0.8, cores: 0.1 });
  });
});

describe('a third party', () => {
  test('has no limits: its steps only take their time', () => {
    const services = [
      { id: 'shop', steps: [call('bank')] },
      { id: 'bank', kind: 'external' as const, steps: [work(7), wait(3)] },
    ];
    const arrivals = Array.from({ length: 90 }, () => 0);
    expect(new Set(endingsOf({ services, arrivals }))).toEqual(new Set(['10 ok']));
  });
});

describe('a unit without a ready replica', () => {
  test('fails at once as unavailable', () => {
    const services = [{ id: 'shop', steps: [wait(10)], unit: { replicas: 0 } }];
    expect(endingsOf({ services, arrivals: [3, 4] })).toEqual(['3 unavailable', '4 unavailable']);
  });

  test('fails its callers one round trip later', () => {
    const services = [
      { id: 'shop', steps: [wait(1), call('stock'), wait(100)] },
      { id: 'stock', steps: [], unit: { replicas: 0 } },
    ];
    const network = { latencyMs: 2 };
    expect(endingsOf({ services, network, arrivals: [0] })).toEqual(['5 unavailable']);
  });
});

describe('branches', () => {
  test('run at the same time and end with the slowest', () => {
    const services = [
      { id: 'shop', steps: [parallel([wait(5)], [wait(20)], [wait(10), wait(1)]), wait(2)] },
    ];
    expect(endingsOf({ services, arrivals: [0] })).toEqual(['22 ok']);
  });

  test('are all waited for, even when one has failed; then they fail with the first cause', () => {
    const services = [
      { id: 'shop', steps: [parallel([call('gone')], [wait(20)]), wait(100)] },
      { id: 'gone', steps: [], unit: { replicas: 0 } },
    ];
    expect(endingsOf({ services, arrivals: [0] })).toEqual(['20 unavailable']);
  });

  test('may fork again, and share the cores of their replica', () => {
    const services = [
      { id: 'shop', steps: [parallel([parallel([work(4)], [work(4)])], [work(4)])] },
    ];
    expect(endingsOf({ services, arrivals: [0] })).toEqual(['12 ok']);
  });
});
