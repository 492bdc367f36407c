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
  unitNow,
  wait,
  work,
} from '../scenario';

const policy = (caller: string, callee: string, timeoutMs: number, cancel = false) => ({
  caller,
  callee,
  timeoutMs,
  cancel,
});

describe('a timeout', () => {
  const services = [
    { id: 'shop', steps: [work(7), call('stock')] },
    { id: 'stock', steps: [wait(100)] },
  ];

  test('runs from the send, network and service included', () => {
    const network = { latencyMs: 3, serializationCpuMs: 2 };
    const timed = (timeoutMs: number) =>
      endingsOf({
        services,
        network,
        policies: [policy('shop', 'stock', timeoutMs)],
        arrivals: [0],
      });
    // Sent at 9; the answer comes after 3 + 2 + 100 + 3.
    expect(timed(50)).toEqual(['59 timedOut']);
    expect(timed(107)).toEqual(['116 timedOut']);
    expect(timed(109)).toEqual(['117 ok']);
  });

  test('leaves the callee at work, in vain', () => {
    const simulation = simulate({
      services,
      policies: [policy('shop', 'stock', 10)],
      arrivals: [0],
    });
    expect(endings(simulation, 50)).toEqual(['17 timedOut']);
    expect(unitNow(simulation, 1, 'slotsBusy')).toBe(1);
    expect(callNow(simulation, 1, 'inFlight')).toBe(1);
    simulation.runUntil(200);
    expect(unitNow(simulation, 1, 'slotsBusy')).toBe(0);
    expect(callNow(simulation, 1, 'inFlight')).toBe(0);
    const { attempts, ok, failed, latencyMs } = resultOf(simulation).calls['shop->stock'];
    expect({ attempts, ok, failed }).toEqual({ attempts: 1, ok: 0, failed: 1 });
    // Nobody was there to see the answer.
    expect(latencyMs.mean).toBeNull();
  });

  test('fires for each of many attempts in its turn', () => {
    const arrivals = [0, 10, 20, 30];
    const cores = { cores: 4 };
    const scenario = {
      services: [{ ...services[0], unit: cores }, services[1]],
      policies: [policy('shop', 'stock', 50)],
      arrivals,
    };
    expect(endingsOf(scenario)).toEqual(arrivals.map((atMs) => `${atMs + 57} timedOut`));
  });

  test('fires for a callee whose bad news was lost on the way', () => {
    const scenario: Scenario = {
      services,
      policies: [policy('shop', 'stock', 60)],
      network: { latencyMs: 1 },
      arrivals: [0],
      timeline: [
        { atMs: 20, fault: 'partition', link: ['shop', 'stock'] },
        { atMs: 30, fault: 'crash', module: 'stock' },
      ],
    };
    expect(endingsOf(scenario)).toEqual(['67 timedOut']);
  });
});

describe('cancellation', () => {
  const chain = (deepest: Scenario['services'][number]['steps'], slots = 100): Scenario => ({
    services: [
      { id: 'shop', steps: [call('orders')] },
      { id: 'orders', steps: [call('stock')], unit: { concurrency: slots } },
      { id: 'stock', steps: deepest, unit: { concurrency: slots } },
    ],
    policies: [policy('shop', 'orders', 50, true)],
    arrivals: [0],
  });

  function usedAfterCancelling(scenario: Scenario): number[] {
    const simulation = simulate(scenario);
    simulation.runUntil(49);
    expect(unitNow(simulation, 2, 'slotsBusy')).toBeGreaterThan(0);
    simulation.runUntil(50);
    const fields = ['slotsBusy', 'slotQueueLength', 'coresBusy', 'coreQueueLength'] as const;
    return [1, 2].flatMap((unit) => fields.map((field) => unitNow(simulation, unit, field)));
  }

  const nothing = [0, 0, 0, 0, 0, 0, 0, 0];

  test('frees slots and cores at once through nested calls', () => {
    expect(usedAfterCancelling(chain([wait(1000)]))).toEqual(nothing);
    expect(usedAfterCancelling(chain([work(1000)]))).toEqual(nothing);
  });

  test('reaches branches, and what queues for a core or a slot', () => {
    const branches = [parallel([work(1000)], [work(1000)], [wait(1000)])];
    expect(usedAfterCancelling({ ...chain(branches), arrivals: [0, 0, 0] })).toEqual(nothing);
    expect(usedAfterCancelling({ ...chain([wait(1000)], 2), arrivals: [0, 0, 0, 0] })).toEqual(
      nothing,
    );
  });

  test('lets the next one in at that instant', () => {
    const scenario: Scenario = {
      services: [
        { id: 'shop', steps: [call('stock')] },
        { id: 'stock', steps: [wait(70)], unit: { concurrency: 1 } },
      ],
      policies: [policy('shop', 'stock', 100, true)],
      arrivals: [0, 40],
    };
    // The second waits till 70 and is cancelled at 140, the instant at which it is done.
    expect(endingsOf({ ...scenario, arrivals: [0, 39] })).toEqual(['70 ok', '139 timedOut']);
    expect(endingsOf({ ...scenario, arrivals: [0, 20, 20, 45] })).toEqual([
      '70 ok',
      '120 timedOut',
      '120 timedOut',
      '145 timedOut',
    ]);
  });

  test('reaches every copy of a hedged call', () => {
    const scenario = chain([wait(1000)]);
    const hedge = { caller: 'orders', callee: 'stock', hedge: { afterMs: 10, max: 2 } };
    const hedged = { ...scenario, policies: [...(scenario.policies ?? []), hedge] };
    const simulation = simulate(hedged);
    simulation.runUntil(40);
    expect(unitNow(simulation, 2, 'slotsBusy')).toBe(3);
    simulation.runUntil(50);
    expect(unitNow(simulation, 2, 'slotsBusy')).toBe(0);
    expect(callNow(simulation, 2, 'inFlight')).toBe(0);
  });

  test('gives back the places of a bulkhead, in a call or before it', () => {
    const scenario = chain([wait(1000)]);
    const bulkhead = { maxConcurrent: 1, maxWaiting: 1 };
    const policies = [
      ...(scenario.policies ?? []),
      { caller: 'orders', callee: 'stock', bulkhead },
    ];
    // Of the first three, one calls and one waits till both are cancelled at 50; one is refused.
    expect(endingsOf({ ...scenario, policies, arrivals: [0, 0, 0, 60, 60] })).toEqual([
      '0 rejected',
      '50 timedOut',
      '50 timedOut',
      '110 timedOut',
      '110 timedOut',
    ]);
  });

  test('gives back the probe of a breaker that is half open', () => {
    const circuitBreaker = { minimumCalls: 1, openMs: 100, halfOpenProbes: 1, windowMs: 1000 };
    const scenario: Scenario = {
      ...chain([wait(5)]),
      timeline: [
        { atMs: 0, fault: 'errors', module: 'stock', rate: 1, untilMs: 50 },
        { atMs: 150, fault: 'slow', module: 'stock', factor: 1000, untilMs: 300 },
      ],
      arrivals: [0, 10, 200, 400, 500],
    };
    const policies = [
      ...(scenario.policies ?? []),
      { caller: 'orders', callee: 'stock', circuitBreaker },
    ];
    // The probe at 200 is cancelled from above, so the one at 400 may go.
    expect(endingsOf({ ...scenario, policies })).toEqual([
      '0 error',
      '10 circuitOpen',
      '250 timedOut',
      '405 ok',
      '505 ok',
    ]);
  });
});

describe('an answer at the very instant of its timeout', () => {
  test('is too late, for the first call and for every later one', () => {
    const services = [
      { id: 'shop', steps: [call('stock')] },
      { id: 'stock', steps: [wait(50)] },
    ];
    for (const cancel of [false, true]) {
      const policies = [policy('shop', 'stock', 50, cancel)];
      const simulation = simulate({ services, policies, arrivals: [0, 10, 20, 70] });
      expect(endings(simulation, 1000)).toEqual([
        '50 timedOut',
        '60 timedOut',
        '70 timedOut',
        '120 timedOut',
      ]);
      expect(callNow(simulation, 1, 'inFlight')).toBe(0);
    }
  });
});
