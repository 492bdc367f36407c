import { describe, expect, test } from 'vitest';
import {
  type AutoscalerSettings,
  recommendedReplicas,
} from '../../../src/simulation/service/autoscaler';
import {
  replicasNow,
  type Scenario,
  simulate,
  type TimelineInput,
  unitNow,
  work,
} from '../scenario';

const settings: AutoscalerSettings = {
  min: 1,
  max: 10,
  targetUtilization: 0.5,
  everyMs: 15_000,
  stabilizationMs: 60_000,
};

describe('the recommendation', () => {
  /** Ready, wanted, measured utilisation, and what Kubernetes' formula makes of it. */
  const cases: [number, number, number, number, string][] = [
    [2, 2, 1.0, 4, '⌈2 × 1 / 0.5⌉'],
    [3, 3, 0.7, 5, '⌈3 × 1.4⌉ = ⌈4.2⌉'],
    [4, 4, 0.25, 2, '⌈4 × 0.5⌉'],
    [4, 4, 0.54, 4, 'within a tenth of the target'],
    [4, 4, 0.46, 4, 'within a tenth of the target'],
    [4, 4, 0.551, 5, '⌈4 × 1.102⌉'],
    [4, 4, 0.44, 4, '⌈4 × 0.88⌉ = ⌈3.52⌉'],
    [4, 4, 0, 1, 'never below min'],
    [8, 8, 1, 10, 'never above max'],
    [2, 4, 1, 4, 'those not ready count as idle: 2 × 1 of 4 is on target'],
    [2, 4, 0.9, 4, 'as idle they would turn growth into shrinking: it stays'],
    [3, 4, 1, 6, '⌈3 × 1 / 0.5⌉ over all four'],
    [2, 4, 0.25, 1, 'shrinking goes by the ready ones: ⌈2 × 0.5⌉'],
    [0, 3, 0, 3, 'nothing is measured: it stays'],
  ];

  test.each(cases)('for %i ready of %i at %f is %i (%s)', (ready, current, measured, wanted) => {
    expect(recommendedReplicas(settings, current, ready, measured)).toBe(wanted);
  });
});

describe('an autoscaler at work', () => {
  const everyMs = 1000;

  /** Each request occupies a core for 100 ms; the rate sets the utilisation. */
  function scenario(
    ratesPerSecond: readonly number[],
    autoscaler: Partial<AutoscalerSettings>,
    more: { startupMs?: number; replicas?: number; timeline?: TimelineInput[] } = {},
  ): Scenario {
    const { startupMs = 0, replicas = 1, timeline = [] } = more;
    return {
      services: [
        {
          id: 'shop',
          steps: [work(100)],
          unit: {
            replicas,
            startupMs,
            autoscaler: { ...settings, everyMs, stabilizationMs: 0, ...autoscaler },
          },
        },
      ],
      // Evenly spread over each second, so that no core is busy when the autoscaler looks.
      arrivals: ratesPerSecond.flatMap((rate, second) =>
        Array.from({ length: rate }, (_, i) => second * 1000 + (i * 900) / rate),
      ),
      timeline,
    };
  }

  function wantedAfterEachLook(scene: Scenario, looks: number): number[] {
    const simulation = simulate(scene);
    return Array.from({ length: looks }, (_, i) => {
      simulation.runUntil((i + 1) * everyMs);
      return unitNow(simulation, 0, 'replicaCount');
    });
  }

  test('follows the recorded load look by look', () => {
    // Utilisations 0.8, 8/20, 10/20, 3/20, 0: replicas 2, 2 (0.4 is out of tolerance: ⌈1.6⌉), 2, 1, 1.
    expect(wantedAfterEachLook(scenario([8, 8, 10, 3, 0], {}), 5)).toEqual([2, 2, 2, 1, 1]);
    // 1.0 → 2; 18/20 → 4; 38/40 → 8, not above 6.
    expect(wantedAfterEachLook(scenario([9, 18, 36, 54], { max: 6 }), 3)).toEqual([2, 4, 6]);
  });

  test('measures the ready ones alone while others start', () => {
    // At 1 s: 0.9, so 2 are wanted. At 2 s one is ready, busy for 0.9: ⌈0.9⌉ = 1.8 over both, within a tenth.
    const scene = scenario([9, 9, 9, 9], {}, { startupMs: 2500 });
    expect(wantedAfterEachLook(scene, 3)).toEqual([2, 2, 2]);
    const simulation = simulate(scene);
    simulation.runUntil(2000);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'starting']);
    simulation.runUntil(3500);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });

  test('takes away only what nobody has asked for in the stabilisation time', () => {
    // 8 of 10 in the first second ask for 2; with none after that, 1 would do.
    const scene = scenario([8, 0, 0, 0, 0, 0], { stabilizationMs: 3000 });
    // The look at 1 s is as old as the time at 4 s, and too old.
    expect(wantedAfterEachLook(scene, 5)).toEqual([2, 2, 2, 1, 1]);
  });

  test('takes what there is at the start for a first recommendation', () => {
    const scene = scenario([], { stabilizationMs: 3000 }, { replicas: 4 });
    expect(wantedAfterEachLook(scene, 4)).toEqual([4, 4, 1, 1]);
  });

  test('brings a unit into its bounds', () => {
    expect(wantedAfterEachLook(scenario([], { min: 3 }, { replicas: 1 }), 1)).toEqual([3]);
    expect(wantedAfterEachLook(scenario([], { max: 2, min: 2 }, { replicas: 5 }), 1)).toEqual([2]);
  });

  test('leaves a unit alone that is scaled to none', () => {
    const timeline: TimelineInput[] = [{ atMs: 500, scale: 'shop', replicas: 0 }];
    expect(wantedAfterEachLook(scenario([9, 9], {}, { timeline }), 3)).toEqual([0, 0, 0]);
  });

  test('changes the wanted number of a release that is under way', () => {
    const timeline: TimelineInput[] = [{ atMs: 100, release: 'shop', strategy: 'rolling' }];
    const scene = scenario([9, 5], {}, { timeline, startupMs: 1500 });
    const simulation = simulate(scene);
    // One old and one new; at 1 s a second new one is wanted and started.
    simulation.runUntil(1000);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'starting', 'starting']);
    simulation.runUntil(2500);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });
});
