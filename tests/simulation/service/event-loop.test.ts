import { describe, expect, test } from 'vitest';
import { call, endings, endingsOf, replicasNow, simulate, unitNow, wait, work } from '../scenario';

const loop = { concurrency: 1, eventLoop: true };

describe('an event loop', () => {
  test('frees its slot during waits and calls', () => {
    const services = [
      { id: 'shop', steps: [wait(10), call('stock')], unit: loop },
      { id: 'stock', steps: [wait(10)] },
    ];
    expect(endingsOf({ services, arrivals: [0, 0, 1] })).toEqual(['20 ok', '20 ok', '21 ok']);
  });

  test('keeps it during work, and lets visits that go on pass before newcomers', () => {
    const services = [{ id: 'shop', steps: [work(10), wait(5), work(10)], unit: loop }];
    // 0–10 first, 10–20 second; at 15 the first wants to go on, at 19 a third comes and waits till 40.
    expect(endingsOf({ services, arrivals: [0, 1, 19] })).toEqual(['30 ok', '40 ok', '65 ok']);
  });

  test('frees it while it pauses before a retry', () => {
    const services = [
      { id: 'shop', steps: [call('gone')], unit: { ...loop, acceptQueue: 0 } },
      { id: 'gone', steps: [], unit: { replicas: 0 } },
    ];
    const retries = { max: 1, backoffMs: 50, jitter: 'none' as const };
    const bulkhead = { maxConcurrent: 1 };
    const policies = [{ caller: 'shop', callee: 'gone', retries, bulkhead }];
    expect(endingsOf({ services, policies, arrivals: [0, 10] })).toEqual([
      '50 unavailable',
      '60 unavailable',
    ]);
  });

  test('that drains stays until its last visit is answered, though no slot is taken', () => {
    const services = [{ id: 'shop', steps: [wait(100)], unit: { ...loop, startupMs: 0 } }];
    const simulation = simulate({
      services,
      arrivals: [0, 1, 60],
      timeline: [
        { atMs: 10, scale: 'shop', replicas: 0 },
        { atMs: 50, scale: 'shop', replicas: 1 },
      ],
    });
    simulation.runUntil(20);
    expect(unitNow(simulation, 0, 'slotsBusy')).toBe(0);
    expect(replicasNow(simulation, 0)).toEqual(['draining']);
    expect(endings(simulation, 1000)).toEqual(['100 ok', '101 ok', '160 ok']);
    expect(replicasNow(simulation, 0)).toEqual(['ready']);
  });
});
