import { describe, expect, it } from 'vitest';
import type { ArchitectureDocument } from '../../../src/architecture/document';
import { shop } from '../../../src/architecture/shop';
import { Simulation } from '../../../src/simulation/engine/simulation';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';

/** A minute in which much happens, so that little state is left untouched. */
const busy: ArchitectureDocument = {
  ...shop,
  timeline: [
    { atMs: 5000, fault: 'slow', module: 'card-processor', factor: 50, untilMs: 20_000 },
    { atMs: 8000, fault: 'crash', module: 'inventory' },
    { atMs: 12_000, fault: 'leak', module: 'orders', mibPerSecond: 100, untilMs: 40_000 },
    { atMs: 15_000, load: { factor: 2 }, untilMs: 25_000 },
    { atMs: 20_000, fault: 'loss', link: ['orders', 'payment'], rate: 0.05, untilMs: 30_000 },
    { atMs: 25_000, release: 'payment', strategy: 'rolling' },
  ],
};

function simulate(deploymentId: string, isObserved = false): Simulation {
  return new Simulation({ document: busy, deploymentId, seed: 7, isObserved });
}

describe('a checkpoint', () => {
  it.each(['monolith', 'microservices'])(
    'of %s leads on to the same digest as never having stopped',
    (id) => {
      const straight = simulate(id);
      straight.runUntil(60_000);

      const winding = simulate(id);
      for (const timeMs of [3000, 9000, 21_500, 33_333]) {
        winding.runUntil(timeMs);
        const checkpoint = winding.checkpoint();
        winding.runUntil(timeMs + 7000);
        winding.restore(checkpoint);
        expect(winding.nowMs).toBe(timeMs);
      }
      winding.runUntil(60_000);

      expect(winding.digest()).toBe(straight.digest());
      expect(resultOf(winding)).toEqual(resultOf(straight));
    },
  );

  it('can be restored more than once', () => {
    const simulation = simulate('microservices');
    simulation.runUntil(10_000);
    const checkpoint = simulation.checkpoint();
    const digests = [1, 2, 3].map(() => {
      simulation.restore(checkpoint);
      simulation.runUntil(30_000);
      return simulation.digest();
    });
    expect(new Set(digests).size).toBe(1);
  });

  it('shows the same frame again', () => {
    const simulation = simulate('microservices', true);
    simulation.runUntil(22_000);
    const checkpoint = simulation.checkpoint();
    const before = simulation.takeFrame();
    simulation.runUntil(50_000);
    simulation.restore(checkpoint);
    expect(simulation.takeFrame()).toEqual(before);
  });
});

it('comes out the same after any going to and fro, by copies of all sizes', () => {
  const atMs = [0, 4000, 16_000, 24_000, 45_000];
  const winding = simulate('microservices', true);
  const copies = atMs.map((timeMs) => {
    winding.runUntil(timeMs);
    return winding.checkpoint();
  });
  for (const index of [1, 4, 0, 3, 2, 4, 1, 3]) {
    winding.restore(copies[index]);
    winding.runUntil(atMs[index] + 3000);
  }
  winding.restore(copies[2]);
  winding.takeFrame();
  winding.runUntil(30_000);

  const straight = simulate('microservices', true);
  straight.runUntil(16_000);
  straight.takeFrame();
  straight.runUntil(30_000);
  expect(winding.takeFrame()).toEqual(straight.takeFrame());
  expect(winding.digest()).toBe(straight.digest());
});

describe('a fork', () => {
  it('shares the past and goes its own way after a change', () => {
    const simulation = simulate('microservices');
    simulation.runUntil(30_000);
    const fork = simulation.fork();
    expect(fork.digest()).toBe(simulation.digest());

    fork.apply({
      kind: 'module-fault',
      moduleId: 'catalog',
      faultKind: 'crash',
      fault: { kind: 'crash' },
    });
    fork.runUntil(40_000);
    simulation.runUntil(40_000);
    const untouched = simulate('microservices');
    untouched.runUntil(40_000);

    expect(simulation.digest()).toBe(untouched.digest());
    expect(fork.digest()).not.toBe(simulation.digest());
    expect(resultOf(fork).journeys.browse.failed.unavailable).toBeGreaterThan(0);
  });
});
