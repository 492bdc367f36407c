import { describe, expect, test } from 'vitest';
import { closedNetwork } from '../../../src/simulation/theory/closed-network';
import { erlangB, erlangC } from '../../../src/simulation/theory/erlang';
import { finiteQueue } from '../../../src/simulation/theory/finite-queue';
import { anySlowShare, harmonicNumber } from '../../../src/simulation/theory/fork-join';
import { hedgedTail } from '../../../src/simulation/theory/hedging';
import { jacksonNetwork } from '../../../src/simulation/theory/jackson-network';
import { multiServerQueue } from '../../../src/simulation/theory/multi-server-queue';
import { retryAttempts } from '../../../src/simulation/theory/retries';
import {
  exponentialResponseQuantile,
  pollaczekKhinchineWait,
} from '../../../src/simulation/theory/single-server-queue';

describe('the formulas of queueing theory', () => {
  test('Erlang B and C for a textbook load', () => {
    expect(erlangB(18, 20)).toBeCloseTo(0.10921, 5);
    expect(erlangB(1, 1)).toBe(0.5);
    expect(erlangC(7.2, 8)).toBeCloseTo(0.70153, 5);
    expect(erlangC(38, 40)).toBeCloseTo(0.66364, 5);
  });

  test('Erlang B is the M/M/c/K without waiting room', () => {
    for (const servers of [1, 2, 5, 30]) {
      const { rejectedShare } = finiteQueue(4, 1, servers, servers);
      expect(rejectedShare).toBeCloseTo(erlangB(4, servers), 14);
    }
  });

  test('M/M/c with eight servers', () => {
    const queue = multiServerQueue(7.2, 1, 8);
    expect(queue.meanWait).toBeCloseTo(0.87692, 5);
    expect(queue.waitQuantile(0.95)).toBeCloseTo(3.3016, 4);
    expect(queue.waitQuantile(0.99)).toBeCloseTo(5.3134, 4);
    expect(queue.waitQuantile(0.29)).toBe(0);
  });

  test('M/M/c/K', () => {
    const queue = finiteQueue(2.2, 1, 2, 10);
    expect(queue.rejectedShare).toBeCloseTo(0.14385, 5);
    expect(queue.meanQueueLength).toBeCloseTo(4.217, 4);
    expect(queue.throughput).toBeCloseTo(1.88353, 5);
  });

  test('Pollaczek–Khinchine for constant, Erlang, exponential and very variable service', () => {
    expect(pollaczekKhinchineWait(0.8, 1, 0)).toBeCloseTo(2, 12);
    expect(pollaczekKhinchineWait(0.85, 1, 0.5)).toBeCloseTo(3.5417, 4);
    expect(pollaczekKhinchineWait(0.8, 1, 1)).toBeCloseTo(4, 12);
    expect(pollaczekKhinchineWait(0.7, 1, 2)).toBeCloseTo(5.8333, 4);
    expect(exponentialResponseQuantile(0.8, 1, 0.99)).toBeCloseTo(23.0259, 4);
  });

  test('Jackson: a station visited again after a quarter of its services sees four thirds of the traffic', () => {
    const [front, back] = jacksonNetwork([
      { externalRate: 3, meanService: 0.1, servers: 1, routing: [0, 0.5] },
      { externalRate: 0, meanService: 0.3, servers: 2, routing: [0, 0.25] },
    ]);
    expect(front?.arrivalRate).toBe(3);
    expect(back?.arrivalRate).toBeCloseTo(2, 12);
    expect(back?.meanResponse).toBeCloseTo(multiServerQueue(2, 0.3, 2).meanResponse, 12);
  });

  test('exact mean value analysis, below and at saturation', () => {
    const below = closedNetwork(50, 5, [0.1, 0.05, 0.08]);
    expect(below.throughput).toBeCloseTo(8.5858, 4);
    expect(below.meanResponse).toBeCloseTo(0.82359, 5);
    const saturated = closedNetwork(120, 5, [0.1, 0.05, 0.08]);
    expect(saturated.throughput).toBeCloseTo(10, 3);
    expect(saturated.meanResponse).toBeCloseTo(7, 3);
  });

  test('the longest of many, and the chance of one slow call among many', () => {
    expect([2, 5, 10, 100].map((k) => Number(harmonicNumber(k).toFixed(4)))).toEqual([
      1.5, 2.2833, 2.929, 5.1874,
    ]);
    expect(anySlowShare(0.01, 100)).toBeCloseTo(0.634, 3);
  });

  test('retries at every level multiply', () => {
    expect(retryAttempts(0, 5)).toBe(1);
    expect(retryAttempts(3, 2)).toBe(27);
  });

  test('two exponential copies, the second after h, leave less than h + the first alone', () => {
    const { hedgeAfter, plainQuantile, hedgedQuantile } = hedgedTail(
      [{ probability: 1, mean: 1 }],
      0.05,
    );
    expect(hedgeAfter).toBeCloseTo(Math.log(20), 12);
    expect(plainQuantile(0.999)).toBeCloseTo(Math.log(1000), 12);
    // Beyond h the two race: e^−t · e^−(t − h) = 1 − p.
    expect(hedgedQuantile(0.999)).toBeCloseTo((Math.log(1000) + Math.log(20)) / 2, 12);
    expect(hedgedQuantile(0.9)).toBe(plainQuantile(0.9));
  });
});
