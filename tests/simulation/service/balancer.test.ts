import { describe, expect, test } from 'vitest';
import { endings, perReplica, simulate, wait } from '../scenario';

type Balancer = 'round-robin' | 'random' | 'least-outstanding' | 'two-choices';

function busyAfter(balancer: Balancer, count: number, unit = {}): number[] {
  const simulation = simulate({
    services: [{ id: 'shop', steps: [wait(1000)], unit: { replicas: 3, balancer, ...unit } }],
    arrivals: Array.from({ length: count }, (_, i) => i),
  });
  simulation.runUntil(count);
  return perReplica(simulation, 0, 'slotsBusy');
}

describe('a balancer', () => {
  test('goes round', () => {
    expect(busyAfter('round-robin', 7)).toEqual([3, 2, 2]);
  });

  test('skips who is not ready', () => {
    const simulation = simulate({
      services: [{ id: 'shop', steps: [wait(1000)], unit: { replicas: 3 } }],
      arrivals: [1, 2, 3, 4],
      timeline: [{ atMs: 0, fault: 'crash', replica: { unit: 'shop', number: 2 }, untilMs: 100 }],
    });
    simulation.runUntil(10);
    expect(perReplica(simulation, 0, 'slotsBusy')).toEqual([2, 0, 2]);
  });

  test('picks who has the fewest requests, waiting ones included', () => {
    const simulation = simulate({
      services: [
        {
          id: 'shop',
          steps: [wait(1000)],
          unit: { replicas: 2, balancer: 'least-outstanding', concurrency: 1 },
        },
      ],
      arrivals: [0, 1, 2, 3, 4],
      timeline: [{ atMs: 0, fault: 'crash', replica: { unit: 'shop', number: 1 }, untilMs: 2.5 }],
    });
    simulation.runUntil(5);
    // Three came while the second stood alone; the next two go to the first.
    expect(perReplica(simulation, 0, 'slotsBusy')).toEqual([1, 1]);
    expect(perReplica(simulation, 0, 'slotQueueLength')).toEqual([1, 2]);
  });

  test('counts what an event loop has put aside', () => {
    const unit = { replicas: 2, balancer: 'least-outstanding' as const, eventLoop: true };
    const simulation = simulate({
      services: [{ id: 'shop', steps: [wait(1000)], unit }],
      arrivals: [0, 1, 2, 3],
      timeline: [
        { atMs: 0, fault: 'crash', replica: { unit: 'shop', number: 1 }, untilMs: 1.5 },
        { atMs: 500, fault: 'crash', replica: { unit: 'shop', number: 2 }, untilMs: 600 },
      ],
    });
    simulation.runUntil(400);
    expect(perReplica(simulation, 0, 'slotsBusy')).toEqual([0, 0]);
    // The two that came while the second stood alone were in it, the next two were not.
    expect(endings(simulation, 2000)).toEqual(['500 crashed', '500 crashed', '1002 ok', '1003 ok']);
  });

  test('at random and by two choices spread evenly in the long run', () => {
    const shares = (balancer: Balancer) => busyAfter(balancer, 900, { concurrency: 1000 });
    // Four standard deviations of a binomial with p = 1/3.
    for (const busy of shares('random')) expect(Math.abs(busy - 300)).toBeLessThan(57);
    // Two choices keep them within a few of one another.
    const busy = shares('two-choices');
    expect(Math.max(...busy) - Math.min(...busy)).toBeLessThanOrEqual(4);
  });
});
