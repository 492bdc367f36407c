import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  call,
  endings,
  endingsOf,
  type PolicyInput,
  type Scenario,
  simulate,
  wait,
} from '../scenario';

type Retries = NonNullable<PolicyInput['retries']>;

const gone = [
  { id: 'shop', steps: [call('stock')] },
  { id: 'stock', steps: [wait(10)], unit: { replicas: 0 } },
];

const policy = (retries: Retries, more: Partial<PolicyInput> = {}): PolicyInput[] => [
  { caller: 'shop', callee: 'stock', retries, ...more },
];

describe('retries', () => {
  test('pause, each time the factor longer', () => {
    const policies = policy({ max: 3, backoffMs: 100, factor: 3, jitter: 'none' });
    const simulation = simulate({ services: gone, policies, arrivals: [0] });
    expect(endings(simulation, 1e5)).toEqual(['1300 unavailable']);
    const { attempts, retries, failed } = resultOf(simulation).calls['shop->stock'];
    expect({ attempts, retries, failed }).toEqual({ attempts: 4, retries: 3, failed: 4 });
  });

  test('with full jitter pause evenly between nothing and that', () => {
    const policies = policy({ max: 1, backoffMs: 1000, jitter: 'full' });
    const arrivals = Array.from({ length: 1000 }, (_, i) => i * 2000);
    const pauses = endingsOf({ services: gone, policies, arrivals }, 3e6).map(
      (line) => Number(line.split(' ')[0]) % 2000,
    );
    expect(pauses).toHaveLength(1000);
    expect(Math.min(...pauses)).toBeGreaterThan(0);
    expect(Math.max(...pauses)).toBeLessThan(1000);
    const mean = pauses.reduce((sum, pause) => sum + pause, 0) / 1000;
    // Four standard errors of a uniform law.
    expect(Math.abs(mean - 500)).toBeLessThan((4 * 1000) / Math.sqrt(12 * 1000));
  });

  test('stop with the first success, and the answer counts as ok', () => {
    const services = [gone[0], { id: 'stock', steps: [wait(10)] }];
    const timeline: Scenario['timeline'] = [
      { atMs: 0, fault: 'errors', module: 'stock', rate: 1, untilMs: 120 },
    ];
    const policies = policy({ max: 5, backoffMs: 50, factor: 1, jitter: 'none' });
    // Attempts at 0, 50, 100 and 150.
    expect(endingsOf({ services, policies, timeline, arrivals: [0] })).toEqual(['160 ok']);
  });

  test('follow every cause that trying again can help', () => {
    const healthy = { id: 'stock', steps: [wait(10)] };
    const policies = policy({ max: 1, backoffMs: 5, jitter: 'none' }, { timeoutMs: 30 });
    const attemptsWhen = (more: Partial<Scenario>) => {
      const services = more.services ?? [gone[0], healthy];
      const simulation = simulate({ policies, arrivals: [0], ...more, services });
      const [line] = endings(simulation, 1e5);
      return `${resultOf(simulation).calls['shop->stock'].attempts} ${line.split(' ')[1]}`;
    };
    expect(attemptsWhen({ services: gone })).toBe('2 unavailable');
    expect(
      attemptsWhen({
        timeline: [{ atMs: 0, fault: 'errors', module: 'stock', rate: 1 }],
      }),
    ).toBe('2 error');
    expect(
      attemptsWhen({
        timeline: [{ atMs: 0, fault: 'slow', module: 'stock', factor: 10 }],
      }),
    ).toBe('2 timedOut');
    expect(
      attemptsWhen({
        services: [gone[0], { ...healthy, unit: { replicas: 2 } }],
        timeline: [
          { atMs: 5, fault: 'crash', replica: { unit: 'stock', number: 1 } },
          { atMs: 15, fault: 'crash', replica: { unit: 'stock', number: 2 } },
        ],
      }),
    ).toBe('2 crashed');
    const full = { ...healthy, unit: { concurrency: 1, acceptQueue: 0 } };
    const rejected = simulate({ services: [gone[0], full], policies, arrivals: [0, 1, 2] });
    // Those of 1 and 2 are rejected; the pause of 5 brings them back at 6 and 7, still too early.
    expect(endings(rejected, 1e5)).toEqual(['6 rejected', '7 rejected', '10 ok']);
  });

  test('do not follow an open breaker', () => {
    const circuitBreaker = { minimumCalls: 1, openMs: 1000, windowMs: 1000, halfOpenProbes: 1 };
    const policies = policy({ max: 3, backoffMs: 10, jitter: 'none' }, { circuitBreaker });
    const simulation = simulate({ services: gone, policies, arrivals: [0, 100] });
    // The first failure opens it; the retry at 10 is refused, and that is the end.
    expect(endings(simulation, 1e5)).toEqual(['10 circuitOpen', '100 circuitOpen']);
    expect(resultOf(simulation).calls['shop->stock']).toMatchObject({ attempts: 3, retries: 1 });
  });

  test('multiply along a chain: (1 + r)^d', () => {
    const retries = { max: 2, backoffMs: 1, jitter: 'none' as const };
    const services = [
      { id: 'a', steps: [call('b')] },
      { id: 'b', steps: [call('c')] },
      { id: 'c', steps: [call('d')] },
      { id: 'd', steps: [], unit: { replicas: 0 } },
    ];
    const policies = ['ab', 'bc', 'cd'].map(([caller, callee]) => ({ caller, callee, retries }));
    const simulation = simulate({ services, policies, arrivals: [0] });
    simulation.runUntil(1e5);
    const { calls } = resultOf(simulation);
    expect([calls['a->b'].attempts, calls['b->c'].attempts, calls['c->d'].attempts]).toEqual([
      3, 9, 27,
    ]);
  });
});

describe('a retry budget', () => {
  test('allows ten retries, and beyond them its share of the first attempts of ten seconds', () => {
    const policies = policy({ max: 1, backoffMs: 0, budget: 0.2 });
    const arrivals = Array.from({ length: 100 }, (_, i) => i * 10);
    const simulation = simulate({ services: gone, policies, arrivals });
    simulation.runUntil(5000);
    // After n first attempts there are at most 0.2 n + 10 retries.
    expect(resultOf(simulation).calls['shop->stock'].retries).toBe(30);
  });

  test('of 0 is the ten alone, and fills again as they grow old', () => {
    const policies = policy({ max: 1, backoffMs: 0, budget: 0 });
    const burst = Array.from({ length: 15 }, () => 0);
    const arrivals = [...burst, ...burst.map(() => 9999), ...burst.map(() => 10_000)];
    const simulation = simulate({ services: gone, policies, arrivals });
    const retries = () => resultOf(simulation).calls['shop->stock'].retries;
    simulation.runUntil(100);
    expect(retries()).toBe(10);
    simulation.runUntil(9999);
    expect(retries()).toBe(10);
    simulation.runUntil(20_000);
    expect(retries()).toBe(20);
  });

  test('belongs to each replica of the caller', () => {
    const services = [{ ...gone[0], unit: { replicas: 3 } }, gone[1]];
    const policies = policy({ max: 1, backoffMs: 0, budget: 0 });
    const arrivals = Array.from({ length: 90 }, () => 0);
    const simulation = simulate({ services, policies, arrivals });
    simulation.runUntil(100);
    expect(resultOf(simulation).calls['shop->stock'].retries).toBe(30);
  });
});
