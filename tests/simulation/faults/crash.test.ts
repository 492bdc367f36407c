import { describe, expect, test } from 'vitest';
import { pauseBeforeRestartMs } from '../../../src/simulation/faults/crash';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  call,
  endings,
  endingsOf,
  replicasNow,
  type Scenario,
  simulate,
  type TimelineInput,
  wait,
  work,
} from '../scenario';

const services = [
  { id: 'shop', steps: [wait(10)], unit: { startupMs: 40, concurrency: 1, replicas: 1 } },
];

describe('a crash', () => {
  test('fails everything inside at once, those that wait at the door too, and restarts by itself', () => {
    const timeline: TimelineInput[] = [{ atMs: 5, fault: 'crash', unit: 'shop' }];
    expect(endingsOf({ services, timeline, arrivals: [0, 1, 2, 20, 45] })).toEqual([
      '5 crashed',
      '5 crashed',
      '5 crashed',
      '20 unavailable',
      '55 ok',
    ]);
  });

  test('takes every module of the unit down, in one cut; in another only its own', () => {
    const modules = [
      { id: 'shop', steps: [call('stock', 0), wait(10)] },
      { id: 'stock', steps: [wait(1)] },
    ];
    const scenario: Scenario = {
      services: modules,
      arrivals: [0],
      timeline: [{ atMs: 5, fault: 'crash', module: 'stock' }],
    };
    expect(endingsOf({ ...scenario, units: [{ id: 'all', modules: ['shop', 'stock'] }] })).toEqual([
      '5 crashed',
    ]);
    expect(endingsOf(scenario)).toEqual(['10 ok']);
  });

  test('reaches the callers one network delay later, with its cause', () => {
    const chain: Scenario = {
      services: [
        { id: 'shop', steps: [call('orders'), wait(100)] },
        { id: 'orders', steps: [call('stock'), wait(100)] },
        { id: 'stock', steps: [work(50)] },
      ],
      network: { latencyMs: 2 },
      arrivals: [0],
      timeline: [{ atMs: 30, fault: 'crash', module: 'stock' }],
    };
    expect(endingsOf(chain)).toEqual(['34 crashed']);
  });

  test('of a caller leaves the callee at work, in vain', () => {
    const chain: Scenario = {
      services: [
        { id: 'shop', steps: [call('stock')], unit: { startupMs: 0 } },
        { id: 'stock', steps: [wait(50)], unit: { concurrency: 1 } },
      ],
      arrivals: [0, 20],
      timeline: [{ atMs: 10, fault: 'crash', module: 'shop' }],
    };
    expect(endingsOf(chain)).toEqual(['10 crashed', '100 ok']);
  });

  test('with an end lasts until then, start-up included', () => {
    const timeline: TimelineInput[] = [{ atMs: 5, fault: 'crash', unit: 'shop', untilMs: 25 }];
    expect(endingsOf({ services, timeline, arrivals: [0, 24, 26] })).toEqual([
      '5 crashed',
      '24 unavailable',
      '36 ok',
    ]);
  });

  test('of one replica leaves the others, with an end and without', () => {
    const two = [{ ...services[0], unit: { startupMs: 40, replicas: 2 } }];
    const strike = { atMs: 5, fault: 'crash', replica: { unit: 'shop', number: 1 } } as const;
    const arrivals = [0, 0, 10, 11, 30, 31];
    const endingsWith = (timeline: TimelineInput[]) =>
      endingsOf({ services: two, timeline, arrivals });
    const rest = ['20 ok', '21 ok', '40 ok', '41 ok'];
    expect(endingsWith([strike])).toEqual(['5 crashed', '10 ok', ...rest]);
    const simulation = simulate({
      services: two,
      arrivals,
      timeline: [{ ...strike, untilMs: 60 }],
    });
    expect(endings(simulation, 59)).toEqual(['5 crashed', '10 ok', ...rest]);
    expect(replicasNow(simulation, 0)).toEqual(['crashed', 'ready']);
    simulation.runUntil(60);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });

  test('that overlaps another lasts until the last of them ends', () => {
    const timeline: TimelineInput[] = [
      { atMs: 10, fault: 'crash', unit: 'shop', untilMs: 50 },
      { atMs: 20, fault: 'crash', module: 'shop', untilMs: 100 },
      { atMs: 30, fault: 'crash', replica: { unit: 'shop', number: 1 }, untilMs: 80 },
    ];
    const simulation = simulate({ services, timeline, arrivals: [] });
    const stateAt = (timeMs: number) => {
      simulation.runUntil(timeMs);
      return replicasNow(simulation, 0)[0];
    };
    expect([9, 10, 50, 80, 99, 100].map(stateAt)).toEqual([
      'ready',
      'crashed',
      'crashed',
      'crashed',
      'crashed',
      'ready',
    ]);
  });

  test('by a click holds until it is lifted, and then takes the start-up time', () => {
    const simulation = simulate({ services, arrivals: [0, 30, 130, 145] });
    simulation.runUntil(5);
    const crash = { kind: 'unit-crash', deploymentId: 'cut', unitId: 'shop' } as const;
    simulation.apply({ ...crash, isDown: true });
    expect(replicasNow(simulation, 0)).toEqual(['crashed']);
    simulation.runUntil(100);
    simulation.apply({ ...crash, isDown: false });
    expect(replicasNow(simulation, 0)).toEqual(['starting']);
    simulation.runUntil(139);
    expect(replicasNow(simulation, 0)).toEqual(['starting']);
    simulation.runUntil(200);
    const { ok, failed } = resultOf(simulation).journeys.visit;
    expect({ ok, crashed: failed.crashed, unavailable: failed.unavailable }).toEqual({
      ok: 1,
      crashed: 1,
      unavailable: 2,
    });
  });

  test('strikes new replicas of a unit that is held down too', () => {
    const timeline: TimelineInput[] = [
      { atMs: 10, fault: 'crash', unit: 'shop', untilMs: 500 },
      { atMs: 20, scale: 'shop', replicas: 2 },
    ];
    const simulation = simulate({ services, timeline, arrivals: [] });
    simulation.runUntil(499);
    expect(replicasNow(simulation, 0)).toEqual(['crashed', 'crashed']);
    simulation.runUntil(500);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });
});

describe('a crash loop', () => {
  test('pauses as Kubernetes does: 0, 10, 20, 40 … 300 s', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(pauseBeforeRestartMs)).toEqual(
      [0, 10, 20, 40, 80, 160, 300, 300].map((seconds) => seconds * 1000),
    );
  });

  test('keeps a replica down longer each time', () => {
    const second = 1000;
    const crashAt = (seconds: number): TimelineInput => ({
      atMs: seconds * second,
      fault: 'crash',
      unit: 'shop',
    });
    const slow = [{ ...services[0], unit: { startupMs: second } }];
    const timeline = [10, 20, 40, 80].map(crashAt);
    const simulation = simulate({ services: slow, timeline, arrivals: [] });
    // Ready again after the pause and a second of start-up.
    for (const [crash, pause] of [
      [10, 0],
      [20, 10],
      [40, 20],
      [80, 40],
    ]) {
      simulation.runUntil((crash + pause + 1) * second - 1);
      expect(replicasNow(simulation, 0)).toEqual(['starting']);
      simulation.runUntil((crash + pause + 1) * second);
      expect(replicasNow(simulation, 0)).toEqual(['ready']);
    }
  });

  test('is forgotten after ten good minutes', () => {
    const timeline = [10_000, 20_000, 700_000].map(
      (atMs): TimelineInput => ({ atMs, fault: 'crash', unit: 'shop' }),
    );
    const simulation = simulate({ services, timeline, arrivals: [] });
    simulation.runUntil(700_040);
    expect(replicasNow(simulation, 0)).toEqual(['ready']);
  });
});
