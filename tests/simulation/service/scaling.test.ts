import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  endings,
  perReplica,
  replicasNow,
  simulate,
  type TimelineInput,
  unitNow,
  wait,
  work,
} from '../scenario';

const shop = (unit = {}) => [
  { id: 'shop', steps: [wait(100)], unit: { startupMs: 50, concurrency: 1, ...unit } },
];

describe('scaling', () => {
  test('up takes the start-up time, and waiting requests stay with the replica that has them', () => {
    const simulation = simulate({
      services: shop(),
      arrivals: [0, 1, 70],
      timeline: [{ atMs: 10, scale: 'shop', replicas: 2 }],
    });
    simulation.runUntil(59);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'starting']);
    simulation.runUntil(60);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
    expect(endings(simulation, 1000)).toEqual(['100 ok', '170 ok', '200 ok']);
  });

  test('down lets a replica finish what it has, the queue at its door included', () => {
    const simulation = simulate({
      services: shop({ replicas: 2 }),
      arrivals: [0, 0, 1, 1, 20],
      timeline: [{ atMs: 10, scale: 'shop', replicas: 1 }],
    });
    simulation.runUntil(150);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'draining']);
    expect(endings(simulation, 1000)).toEqual(['200 ok', '200 ok', '300 ok']);
    expect(replicasNow(simulation, 0)).toEqual(['ready']);
  });

  test('down takes those that are not ready first, then the youngest', () => {
    const simulation = simulate({ services: shop({ replicas: 3 }), arrivals: [] });
    const scale = (replicas: number) =>
      simulation.apply({ kind: 'replicas', deploymentId: 'cut', unitId: 'shop', replicas });
    const [first, second] = perReplica(simulation, 0, 'id');
    scale(2);
    scale(4);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready', 'starting', 'starting']);
    simulation.runUntil(60);
    scale(5);
    scale(4);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready', 'ready', 'ready']);
    scale(2);
    expect(perReplica(simulation, 0, 'id')).toEqual([first, second]);
  });

  test('is paid for from the start of a replica to its end', () => {
    const simulation = simulate({
      services: shop({ usdPerReplicaHour: 3.6 }),
      arrivals: [],
      timeline: [
        { atMs: 1000, scale: 'shop', replicas: 3 },
        { atMs: 2000, scale: 'shop', replicas: 0 },
      ],
    });
    simulation.runUntil(4000);
    // Four replica-seconds at a tenth of a cent.
    expect(resultOf(simulation).costUsd).toBeCloseTo(0.004, 12);
    const { mean, min, max } = resultOf(simulation).units.shop.replicas;
    expect({ min, max }).toEqual({ min: 0, max: 3 });
    // One for two seconds, two more for what the start-up left of one.
    expect(mean).toBeCloseTo((2 + 2 * 0.95) / 4, 9);
  });

  test('counts the capacity of a draining replica as long as it works', () => {
    const simulation = simulate({
      services: [{ id: 'shop', steps: [work(100)] }],
      arrivals: [0],
      timeline: [{ atMs: 10, scale: 'shop', replicas: 0 }],
    });
    simulation.runUntil(200);
    expect(resultOf(simulation).units.shop.utilization).toEqual({ slots: 0.01, cores: 1 });
  });
});

describe('concurrency', () => {
  const change = (concurrency: number): TimelineInput => ({
    atMs: 10,
    scale: 'shop',
    replicas: 1,
    concurrency,
  });

  test('raised lets waiting requests in at once', () => {
    const simulation = simulate({
      services: shop(),
      arrivals: [0, 1, 2, 3],
      timeline: [change(3)],
    });
    expect(endings(simulation, 1000)).toEqual(['100 ok', '110 ok', '110 ok', '200 ok']);
  });

  test('lowered lets those inside finish, and fewer in', () => {
    const simulation = simulate({
      services: shop({ concurrency: 3 }),
      arrivals: [0, 0, 0, 50, 60],
      timeline: [change(1)],
    });
    simulation.runUntil(50);
    expect(unitNow(simulation, 0, 'slotsBusy')).toBe(3);
    expect(unitNow(simulation, 0, 'slotsTotal')).toBe(1);
    expect(endings(simulation, 1000)).toEqual(['100 ok', '100 ok', '100 ok', '200 ok', '300 ok']);
  });

  test('raised on a draining replica helps it too', () => {
    const simulation = simulate({
      services: shop(),
      arrivals: [0, 1, 2],
      timeline: [{ atMs: 10, scale: 'shop', replicas: 0, concurrency: 3 }],
    });
    expect(endings(simulation, 1000)).toEqual(['100 ok', '110 ok', '110 ok']);
  });
});
