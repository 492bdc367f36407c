import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  call,
  callNow,
  endings,
  endingsOf,
  type PolicyInput,
  type Scenario,
  simulate,
  type TimelineInput,
  wait,
} from '../scenario';

type Breaker = NonNullable<PolicyInput['circuitBreaker']>;

const services = [
  { id: 'shop', steps: [call('stock')], unit: { startupMs: 0 } },
  { id: 'stock', steps: [wait(1)] },
];

const policies = (breaker: Breaker, more: Partial<PolicyInput> = {}): PolicyInput[] => [
  { caller: 'shop', callee: 'stock', circuitBreaker: breaker, ...more },
];

const errors = (atMs: number, untilMs: number): TimelineInput => ({
  atMs,
  untilMs,
  fault: 'errors',
  module: 'stock',
  rate: 1,
});

const outcomes = (scenario: Scenario) => endingsOf(scenario).map((line) => line.split(' ')[1]);

describe('a circuit breaker', () => {
  test('stays closed below its number of calls, and opens at its share of failures', () => {
    const breaker = { minimumCalls: 4, failureRate: 0.5, windowMs: 1000, openMs: 1000 };
    const timeline = [errors(15, 35)];
    const scenario = { services, policies: policies(breaker), timeline };
    // ok, fails, fails, ok: half of four. It opens with the fourth, though that one is fine.
    expect(outcomes({ ...scenario, arrivals: [10, 20, 30, 40, 50] })).toEqual([
      'ok',
      'error',
      'error',
      'ok',
      'circuitOpen',
    ]);
    expect(outcomes({ ...scenario, arrivals: [10, 20, 30] })).toEqual(['ok', 'error', 'error']);
  });

  test('forgets what has slid out of its window', () => {
    const breaker = { minimumCalls: 2, windowMs: 1000, openMs: 1000 };
    const timeline = [errors(0, 1e6)];
    const scenario = { services, policies: policies(breaker), timeline };
    // Half a window apart the two count together, more than a window apart they do not.
    expect(outcomes({ ...scenario, arrivals: [100, 600, 700] })).toEqual([
      'error',
      'error',
      'circuitOpen',
    ]);
    expect(outcomes({ ...scenario, arrivals: [100, 1200, 2300] })).toEqual([
      'error',
      'error',
      'error',
    ]);
  });

  test('refuses at once while it is open, without touching the network', () => {
    const breaker = { minimumCalls: 1, windowMs: 1000, openMs: 1000 };
    const network = { latencyMs: 50 };
    const timeline = [errors(0, 1e6)];
    const scenario = { services, network, policies: policies(breaker), timeline };
    expect(endingsOf({ ...scenario, arrivals: [0, 200, 1099] })).toEqual([
      '100 error',
      '200 circuitOpen',
      '1099 circuitOpen',
    ]);
  });

  test('lets so many probes through at a time when it has been open for its time', () => {
    const breaker = { minimumCalls: 1, windowMs: 1000, openMs: 100, halfOpenProbes: 2 };
    const timeline = [errors(0, 50)];
    const arrivals = [0, 200, 200, 200, 202, 202];
    const simulation = simulate({ services, policies: policies(breaker), timeline, arrivals });
    expect(endings(simulation, 200)).toEqual(['0 error', '200 circuitOpen']);
    expect(callNow(simulation, 1, 'breakerState')).toBe(2);
    expect(endings(simulation, 300)).toEqual(['201 ok', '201 ok', '203 ok', '203 ok']);
    // Open from 0 to the call at 200.
    expect(resultOf(simulation).calls['shop->stock'].circuitOpenMs).toBe(200);
  });

  test('belongs to each replica of the caller', () => {
    const breaker = { minimumCalls: 1, windowMs: 1000, openMs: 1000 };
    const two = [{ ...services[0], unit: { replicas: 2 } }, services[1]];
    const scenario = { services: two, policies: policies(breaker), timeline: [errors(0, 50)] };
    // In turn: the first fails and opens, the second is fine, the first refuses, the second is fine.
    expect(outcomes({ ...scenario, arrivals: [10, 60, 61, 62] })).toEqual([
      'error',
      'circuitOpen',
      'ok',
      'ok',
    ]);
  });

  test('is closed in a process that has started again', () => {
    const breaker = { minimumCalls: 1, windowMs: 1e5, openMs: 1e5 };
    const timeline: TimelineInput[] = [errors(0, 50), { atMs: 80, fault: 'crash', unit: 'shop' }];
    const scenario = { services, policies: policies(breaker), timeline };
    expect(outcomes({ ...scenario, arrivals: [10, 60, 90] })).toEqual([
      'error',
      'circuitOpen',
      'ok',
    ]);
  });

  test('counts timeouts, and what its own bulkhead refuses', () => {
    const breaker = { minimumCalls: 2, windowMs: 1000, openMs: 1000 };
    const slow: TimelineInput = { atMs: 0, fault: 'slow', module: 'stock', factor: 1000 };
    const timed = policies(breaker, { timeoutMs: 20 });
    expect(outcomes({ services, policies: timed, timeline: [slow], arrivals: [0, 1, 30] })).toEqual(
      ['timedOut', 'timedOut', 'circuitOpen'],
    );
    const walled = policies(breaker, { bulkhead: { maxConcurrent: 1 } });
    expect(
      outcomes({ services, policies: walled, timeline: [slow], arrivals: [0, 1, 2, 3] }).slice(
        0,
        3,
      ),
    ).toEqual(['rejected', 'rejected', 'circuitOpen']);
  });
});
