import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import {
  endings,
  replicasNow,
  type Scenario,
  simulate,
  type TimelineInput,
  unitNow,
  wait,
} from '../scenario';

type Release = Extract<TimelineInput, { release: string }>;

/** Two replicas that need a second to start; visits of 10 ms every 50 ms. */
function scenario(
  release: Omit<Release, 'release' | 'atMs'>,
  more: Partial<Scenario> = {},
): Scenario {
  return {
    services: [{ id: 'shop', steps: [wait(10)], unit: { replicas: 2, startupMs: 1000 } }],
    arrivals: Array.from({ length: 1200 }, (_, i) => i * 50 + 0.5),
    timeline: [{ atMs: 5000, release: 'shop', ...release }],
    ...more,
  };
}

const bad = { kind: 'errors', rate: 1 } as const;

/** Failed requests of each second from the release on. */
function failuresBySecond(scene: Scenario, seconds: number): number[] {
  const simulation = simulate(scene);
  const failed = () => resultOf(simulation).journeys.visit.failed;
  const sum = () => Object.values(failed()).reduce((total, count) => total + count, 0);
  simulation.runUntil(5000);
  let before = sum();
  return Array.from({ length: seconds }, (_, i) => {
    simulation.runUntil(5000 + (i + 1) * 1000);
    const now = sum();
    const found = now - before;
    before = now;
    return found;
  });
}

describe('a good release', () => {
  test.each(['rolling', 'blue-green', 'canary'] as const)('%s fails nobody', (strategy) => {
    expect(failuresBySecond(scenario({ strategy }), 20)).toEqual(Array(20).fill(0));
  });

  test('recreate fails everybody while it starts', () => {
    expect(failuresBySecond(scenario({ strategy: 'recreate' }), 4)).toEqual([20, 0, 0, 0]);
  });

  test('recreate lets the old ones finish before it starts the new ones', () => {
    const scene = scenario(
      { strategy: 'recreate' },
      {
        services: [{ id: 'shop', steps: [wait(3000)], unit: { replicas: 2, startupMs: 1000 } }],
        arrivals: [4000],
      },
    );
    const simulation = simulate(scene);
    simulation.runUntil(6999);
    expect(replicasNow(simulation, 0)).toEqual(['draining']);
    expect(endings(simulation, 7000)).toEqual(['7000 ok']);
    expect(replicasNow(simulation, 0)).toEqual(['starting', 'starting']);
    simulation.runUntil(8000);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });

  test.each(['rolling', 'blue-green', 'canary'] as const)(
    '%s never has fewer ready than wanted',
    (strategy) => {
      const simulation = simulate(scenario({ strategy }));
      for (let timeMs = 5000; timeMs < 30_000; timeMs += 100) {
        simulation.runUntil(timeMs);
        expect(unitNow(simulation, 0, 'readyReplicas')).toBeGreaterThanOrEqual(2);
      }
    },
  );
});

describe('a bad release', () => {
  test('strikes the share of the replicas that have it, and a rollback heals it', () => {
    const scene = scenario({ strategy: 'rolling', fault: bad, rollbackAtMs: 10_000 });
    // From 6 s one of two is bad, from 7 s both; from 11 s one, from 12 s none.
    expect(failuresBySecond(scene, 9)).toEqual([0, 10, 20, 20, 20, 20, 10, 0, 0]);
  });

  test('as blue-green strikes all at once, and goes back at once when the old set is ready', () => {
    const scene = scenario({ strategy: 'blue-green', fault: bad, rollbackAtMs: 8000 });
    expect(failuresBySecond(scene, 6)).toEqual([0, 20, 20, 20, 0, 0]);
  });

  test('as a canary strikes one of three, and goes back by itself', () => {
    const found = failuresBySecond(scenario({ strategy: 'canary', fault: bad }), 20);
    // A third of 20 for the ten seconds for which it serves.
    expect(found.slice(1, 11).reduce((sum, count) => sum + count, 0)).toBeCloseTo(67, -0.5);
    expect(found.slice(11)).toEqual(Array(9).fill(0));
  });

  test('that is slow is seen by a canary too', () => {
    const slow = { kind: 'slow', factor: 5 } as const;
    const simulation = simulate(scenario({ strategy: 'canary', fault: slow }));
    simulation.runUntil(30_000);
    simulation.takeFrame();
    const before = resultOf(simulation).journeys.visit.latencyMs.max;
    expect(before).toBe(50);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
    const later = simulate(scenario({ strategy: 'canary', fault: slow }), 1, 17_000);
    later.runUntil(30_000);
    expect(resultOf(later).journeys.visit.latencyMs.max).toBe(10);
  });

  test('that crashes stops a rolling release at its first replica: nobody else is replaced', () => {
    const simulation = simulate(scenario({ strategy: 'rolling', fault: { kind: 'crash' } }));
    simulation.runUntil(5999);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready', 'starting']);
    for (const timeMs of [6000, 7000, 20_000, 50_000]) {
      simulation.runUntil(timeMs);
      expect(unitNow(simulation, 0, 'readyReplicas')).toBe(2);
      expect(unitNow(simulation, 0, 'replicaCount')).toBe(3);
    }
    expect(resultOf(simulation).journeys.visit.failed.crashed).toBe(0);
  });

  test('that crashes ends a canary', () => {
    const simulation = simulate(scenario({ strategy: 'canary', fault: { kind: 'crash' } }));
    simulation.runUntil(6000);
    simulation.runUntil(6001);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });

  test('with a leak runs out of memory again and again until it is rolled back', () => {
    const leak = { kind: 'leak', mibPerSecond: 256 } as const;
    const simulation = simulate(
      scenario({ strategy: 'recreate', fault: leak, rollbackAtMs: 20_000 }),
    );
    // Started at 5 s, ready at 6 s, out of its 512 MiB at 8 s, ready at 9 s, out again at 11 s.
    simulation.runUntil(7999);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
    simulation.runUntil(8000);
    expect(replicasNow(simulation, 0)).toEqual(['starting', 'starting']);
    simulation.runUntil(11_000);
    expect(replicasNow(simulation, 0)).toEqual(['crashed', 'crashed']);
    simulation.runUntil(60_000);
    expect(replicasNow(simulation, 0)).toEqual(['ready', 'ready']);
  });
});

describe('a release and its unit', () => {
  test('brings what is scaled meanwhile to the wanted number', () => {
    const simulation = simulate(
      scenario(
        { strategy: 'rolling' },
        {
          timeline: [
            { atMs: 5000, release: 'shop', strategy: 'rolling' },
            { atMs: 5500, scale: 'shop', replicas: 4 },
            { atMs: 20_000, release: 'shop', strategy: 'blue-green' },
            { atMs: 20_500, scale: 'shop', replicas: 1 },
          ],
        },
      ),
    );
    simulation.runUntil(15_000);
    expect(replicasNow(simulation, 0)).toEqual(Array(4).fill('ready'));
    simulation.runUntil(30_000);
    expect(replicasNow(simulation, 0)).toEqual(['ready']);
  });

  test('does not open the second set of a blue-green release before all of it is ready, crash or not', () => {
    const simulation = simulate(
      scenario(
        { strategy: 'blue-green' },
        {
          timeline: [
            { atMs: 5000, release: 'shop', strategy: 'blue-green', fault: bad },
            { atMs: 5500, fault: 'crash', replica: { unit: 'shop', number: 3 } },
            { atMs: 6200, fault: 'crash', replica: { unit: 'shop', number: 4 } },
            // Names of replicas go as far as the timeline ever scales.
            { atMs: 50_000, scale: 'shop', replicas: 4 },
          ],
        },
      ),
    );
    // Number 3 is back at 6.5 s, number 4 (ready at 6 s, crashed at 6.2 s) at 7.2 s.
    simulation.runUntil(7199);
    expect(resultOf(simulation).journeys.visit.failed.error).toBe(0);
    expect(unitNow(simulation, 0, 'readyReplicas')).toBe(2);
    simulation.runUntil(7600);
    expect(unitNow(simulation, 0, 'readyReplicas')).toBe(2);
    expect(resultOf(simulation).journeys.visit.failed.error).toBeGreaterThan(0);
  });

  test('takes every module of the unit with it', () => {
    const modules = [
      { id: 'shop', steps: [wait(10)] },
      { id: 'stock', steps: [wait(10)] },
    ];
    const units = [{ id: 'all', modules: ['shop', 'stock'], replicas: 2, startupMs: 1000 }];
    const timeline: TimelineInput[] = [{ atMs: 5000, release: 'stock', strategy: 'recreate' }];
    const scene = scenario({ strategy: 'recreate' }, { services: modules, units, timeline });
    expect(failuresBySecond(scene, 3)).toEqual([20, 0, 0]);
  });
});
