import { describe, expect, test } from 'vitest';
import {
  call,
  endingsOf,
  type PolicyInput,
  type Scenario,
  type TimelineInput,
  wait,
} from '../scenario';

const services = [
  { id: 'shop', steps: [call('stock')] },
  { id: 'stock', steps: [wait(100)] },
];

const policy = (more: Partial<PolicyInput> = {}): PolicyInput => ({
  caller: 'shop',
  callee: 'stock',
  ...more,
});

const switched = (atMs: number, more: Partial<PolicyInput> = {}): TimelineInput => ({
  atMs,
  policy: policy(more),
});

describe('a policy that is switched', () => {
  const timed: Scenario = {
    services,
    policies: [policy({ timeoutMs: 80 })],
    arrivals: [0, 10, 50],
  };

  test('gives calls under way the new timeout, longer or shorter', () => {
    const longer = [switched(40, { timeoutMs: 95 })];
    expect(endingsOf({ ...timed, timeline: longer })).toEqual([
      '95 timedOut',
      '105 timedOut',
      '145 timedOut',
    ]);
    const shorter = [switched(40, { timeoutMs: 35 })];
    expect(endingsOf({ ...timed, timeline: shorter })).toEqual([
      '40 timedOut',
      '45 timedOut',
      '85 timedOut',
    ]);
  });

  test('off lets calls under way wait for their answers', () => {
    expect(endingsOf({ ...timed, timeline: [switched(40)] })).toEqual([
      '100 ok',
      '110 ok',
      '150 ok',
    ]);
  });

  test('on applies to the calls that begin after it', () => {
    const timeline = [switched(5, { timeoutMs: 80, fallback: 'degraded' })];
    expect(endingsOf({ services, arrivals: [0, 10], timeline })).toEqual(['90 degraded', '100 ok']);
  });

  test('starts with a closed breaker', () => {
    const circuitBreaker = { minimumCalls: 1, openMs: 1e5, windowMs: 1e5 };
    const timeline: TimelineInput[] = [
      { atMs: 0, untilMs: 50, fault: 'errors', module: 'stock', rate: 1 },
      switched(70, { circuitBreaker }),
    ];
    const policies = [policy({ circuitBreaker })];
    expect(endingsOf({ services, policies, timeline, arrivals: [10, 60, 80] })).toEqual([
      '10 error',
      '60 circuitOpen',
      '180 ok',
    ]);
  });

  test('changes nothing about calls inside one process', () => {
    const units = [{ id: 'all', modules: ['shop', 'stock'] }];
    const timeline = [switched(5, { timeoutMs: 1, bulkhead: { maxConcurrent: 1 } })];
    expect(endingsOf({ services, units, timeline, arrivals: [0, 10, 10] })).toEqual([
      '100 ok',
      '110 ok',
      '110 ok',
    ]);
  });
});
