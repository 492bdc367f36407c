import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  call,
  endings,
  endingsOf,
  replicasNow,
  type Scenario,
  simulate,
  type TimelineInput,
  unitNow,
  wait,
  work,
} from '../scenario';

const shop = { id: 'shop', steps: [work(4), wait(6)] };
const every100 = [0, 100, 200, 300, 400];

/** Response times of one visit each 100 ms. */
function responses(timeline: TimelineInput[], scenario: Partial<Scenario> = {}): string[] {
  return endingsOf({ services: [shop], arrivals: every100, timeline, ...scenario }).map((line) => {
    const [atMs, outcome] = line.split(' ');
    return `${Number((Number(atMs) % 100).toFixed(6))} ${outcome}`;
  });
}

describe('slowness', () => {
  test('multiplies work and waits while it lasts, and heals', () => {
    expect(
      responses([{ atMs: 50, fault: 'slow', module: 'shop', factor: 3, untilMs: 250 }]),
    ).toEqual(['10 ok', '30 ok', '30 ok', '10 ok', '10 ok']);
  });

  test('of two faults multiplies, and each heals by itself, exactly', () => {
    const timeline: TimelineInput[] = [
      { atMs: 50, fault: 'slow', module: 'shop', factor: 3, untilMs: 250 },
      { atMs: 150, fault: 'slow', unit: 'shop', factor: 2, untilMs: 350 },
    ];
    expect(responses(timeline)).toEqual(['10 ok', '30 ok', '60 ok', '20 ok', '10 ok']);
  });

  test('of a module leaves what it calls alone', () => {
    const services = [
      { id: 'shop', steps: [wait(5), call('stock')] },
      { id: 'stock', steps: [wait(5)] },
    ];
    const timeline: TimelineInput[] = [{ atMs: 0, fault: 'slow', module: 'stock', factor: 10 }];
    const units = [{ id: 'all', modules: ['shop', 'stock'] }];
    expect(endingsOf({ services, timeline, arrivals: [0] })).toEqual(['55 ok']);
    expect(endingsOf({ services, units, timeline, arrivals: [0] })).toEqual(['55 ok']);
  });

  test('of one replica slows that one alone', () => {
    const timeline: TimelineInput[] = [
      { atMs: 0, fault: 'slow', replica: { unit: 'shop', number: 2 }, factor: 5, untilMs: 350 },
    ];
    const services = [{ ...shop, unit: { replicas: 2 } }];
    expect(responses(timeline, { services })).toEqual([
      '10 ok',
      '50 ok',
      '10 ok',
      '50 ok',
      '10 ok',
    ]);
  });
});

describe('work that waits for a core', () => {
  const services = [{ id: 'shop', steps: [work(10)] }];
  const arrivals = [0, 0, 0, 0];

  test('takes the time that it takes when it begins: the queue recovers with the fault', () => {
    const slow: TimelineInput = { atMs: 0, untilMs: 50, fault: 'slow', module: 'shop', factor: 10 };
    const hog: TimelineInput = { atMs: 0, untilMs: 15, fault: 'hog', unit: 'shop', cores: 0.5 };
    // Only the first begins while the fault lasts.
    expect(endingsOf({ services, arrivals, timeline: [slow] })).toEqual([
      '100 ok',
      '110 ok',
      '120 ok',
      '130 ok',
    ]);
    expect(endingsOf({ services, arrivals, timeline: [hog] })).toEqual([
      '20 ok',
      '30 ok',
      '40 ok',
      '50 ok',
    ]);
  });

  test('is slowed by a fault that begins while it waits', () => {
    const slow: TimelineInput = { atMs: 15, fault: 'slow', module: 'shop', factor: 3 };
    expect(endingsOf({ services, arrivals, timeline: [slow] })).toEqual([
      '10 ok',
      '20 ok',
      '50 ok',
      '80 ok',
    ]);
  });
});

describe('errors', () => {
  test('answer at once, none of the steps done, and heal', () => {
    const timeline: TimelineInput[] = [
      { atMs: 50, fault: 'errors', module: 'shop', rate: 1, untilMs: 250 },
    ];
    expect(responses(timeline)).toEqual(['10 ok', '0 error', '0 error', '10 ok', '10 ok']);
  });

  test('strike the share that they say, and two faults strike independently', () => {
    const arrivals = Array.from({ length: 4000 }, (_, i) => i * 20);
    const timeline: TimelineInput[] = [
      { atMs: 0, fault: 'errors', module: 'shop', rate: 0.3 },
      { atMs: 0, fault: 'errors', unit: 'shop', rate: 0.5 },
    ];
    const simulation = simulate({ services: [shop], arrivals, timeline });
    simulation.runUntil(1e5);
    const share = resultOf(simulation).journeys.visit.failed.error / 4000;
    // Four standard deviations about 1 − 0.7 × 0.5.
    expect(Math.abs(share - 0.65)).toBeLessThan(4 * Math.sqrt((0.65 * 0.35) / 4000));
  });
});

describe('a CPU hog', () => {
  test('leaves less of the cores to work, and nothing of waits', () => {
    const timeline: TimelineInput[] = [
      { atMs: 50, fault: 'hog', unit: 'shop', cores: 0.5, untilMs: 250 },
      { atMs: 150, fault: 'hog', module: 'shop', cores: 0.25, untilMs: 350 },
    ];
    // Work of 4 on all, a half, a quarter and three quarters of the core; 6 of waiting.
    expect(responses(timeline)).toEqual(['10 ok', '14 ok', '22 ok', '11.333333 ok', '10 ok']);
  });
});

describe('a memory leak', () => {
  const leak = (atMs: number, mibPerSecond: number, untilMs?: number): TimelineInput => ({
    atMs,
    fault: 'leak',
    unit: 'shop',
    mibPerSecond,
    ...(untilMs === undefined ? {} : { untilMs }),
  });
  const services = [{ ...shop, unit: { memoryMiB: 100, startupMs: 1000 } }];

  const stateAt = (timeline: TimelineInput[], instantsMs: number[]) => {
    const simulation = simulate({ services, arrivals: [], timeline });
    return instantsMs.map((timeMs) => {
      simulation.runUntil(timeMs);
      return replicasNow(simulation, 0)[0];
    });
  };

  test('kills the replica when its memory is full, and again after it has restarted', () => {
    // 100 MiB at 10 a second, from 5 s: full at 15 s, back at 16 s, full at 26 s, then a pause of 10 s.
    const instants = [14_999, 15_000, 15_999, 16_000, 25_999, 26_000, 36_000, 37_000];
    expect(stateAt([leak(5000, 10)], instants)).toEqual([
      'ready',
      'starting',
      'starting',
      'ready',
      'ready',
      'crashed',
      'starting',
      'ready',
    ]);
  });

  test('adds up with another, and gives its memory back when it heals', () => {
    // 50 by 5 s, then 20 a second: full at 7.5 s.
    expect(stateAt([leak(0, 10), leak(5000, 10)], [7499, 7500])).toEqual(['ready', 'starting']);
    // 98 by 9 s, of which the healed one gives 8 back: full at 10 s after all.
    expect(stateAt([leak(0, 10), leak(5000, 2, 9000)], [9999, 10_000])).toEqual([
      'ready',
      'starting',
    ]);
    expect(stateAt([leak(0, 10, 9999)], [60_000])).toEqual(['ready']);
  });
});

describe('a link', () => {
  const services = [
    { id: 'shop', steps: [call('stock')] },
    { id: 'stock', steps: [wait(10)] },
  ];
  const network = { latencyMs: 1 };
  const link: [string, string] = ['shop', 'stock'];

  test('with extra latency takes that much longer each way, and heals', () => {
    const timeline: TimelineInput[] = [
      { atMs: 50, fault: 'latency', link, addMs: 7, untilMs: 250 },
      { atMs: 150, fault: 'latency', link, addMs: 3, untilMs: 350 },
    ];
    expect(responses(timeline, { services, network })).toEqual([
      '12 ok',
      '26 ok',
      '32 ok',
      '18 ok',
      '12 ok',
    ]);
  });

  test('that is cut off makes callers wait for their timeout', () => {
    const timeline: TimelineInput[] = [{ atMs: 50, fault: 'partition', link, untilMs: 250 }];
    const policies = [{ caller: 'shop', callee: 'stock', timeoutMs: 40 }];
    expect(responses(timeline, { services, network, policies })).toEqual([
      '12 ok',
      '40 timedOut',
      '40 timedOut',
      '12 ok',
      '12 ok',
    ]);
  });

  test('that is cut off makes callers without a timeout wait until the connection is given up', () => {
    const timeline: TimelineInput[] = [{ atMs: 5, fault: 'partition', link, untilMs: 50 }];
    const simulation = simulate({ services, network, timeline, arrivals: [0, 20, 60] });
    // The answer of the first is lost at 11, the request of the second at 20.
    expect(endings(simulation, 1e6)).toEqual(['72 ok', '20011 timedOut', '20020 timedOut']);
    expect(unitNow(simulation, 0, 'slotsBusy')).toBe(0);
  });

  test('loses the share that it says, either way', () => {
    const timeline: TimelineInput[] = [{ atMs: 0, fault: 'loss', link, rate: 0.2 }];
    const policies = [{ caller: 'shop', callee: 'stock', timeoutMs: 40 }];
    const arrivals = Array.from({ length: 4000 }, (_, i) => i * 10);
    const simulation = simulate({ services, network, policies, timeline, arrivals });
    simulation.runUntil(1e5);
    const share = resultOf(simulation).journeys.visit.failed.timedOut / 4000;
    // Lost there, or not there but back: 1 − 0.8².
    expect(Math.abs(share - 0.36)).toBeLessThan(4 * Math.sqrt((0.36 * 0.64) / 4000));
  });

  test('between modules of one process cannot fail', () => {
    const timeline: TimelineInput[] = [{ atMs: 0, fault: 'partition', link }];
    const units = [{ id: 'all', modules: ['shop', 'stock'] }];
    expect(endingsOf({ services, network, units, timeline, arrivals: [0] })).toEqual(['10 ok']);
  });
});

describe('faults of a replica that is gone', () => {
  test('do not strike the one that takes its place', () => {
    const timeline: TimelineInput[] = [
      { atMs: 0, fault: 'slow', replica: { unit: 'shop', number: 1 }, factor: 5 },
      { atMs: 0, fault: 'hog', replica: { unit: 'shop', number: 1 }, cores: 0.5 },
      { atMs: 0, fault: 'leak', replica: { unit: 'shop', number: 1 }, mibPerSecond: 100 },
      { atMs: 0, fault: 'errors', replica: { unit: 'shop', number: 1 }, rate: 1, untilMs: 90 },
      { atMs: 10, scale: 'shop', replicas: 0 },
      { atMs: 20, scale: 'shop', replicas: 1 },
      { atMs: 70, fault: 'slow', replica: { unit: 'shop', number: 1 }, factor: 1 },
    ];
    const services = [{ ...shop, unit: { startupMs: 10, memoryMiB: 1 } }];
    expect(responses(timeline, { services })).toEqual([
      '0 error',
      '10 ok',
      '10 ok',
      '10 ok',
      '10 ok',
    ]);
  });
});
