import { describe, expect, test } from 'vitest';
import type { Simulation } from '../../../src/simulation/engine/simulation';
import { HopField, HopKind, hopFieldCount } from '../../../src/simulation/frame';
import { call, perReplica, simulate, unitNow, wait } from '../scenario';

/** What the watcher sees travelling up to an instant, with the place of the call, in order. */
function hopsUntil(simulation: Simulation, untilMs: number): [number, keyof typeof HopKind][] {
  simulation.runUntil(untilMs);
  const { hops } = simulation.takeFrame();
  const words = Object.keys(HopKind) as (keyof typeof HopKind)[];
  return Array.from({ length: hops.length / hopFieldCount }, (_, row) => [
    hops[row * hopFieldCount + HopField.edgeIndex],
    words[hops[row * hopFieldCount + HopField.kind]],
  ]);
}

describe('a release', () => {
  test('is seen going through the replicas: each has the old version or the new one', () => {
    const simulation = simulate({
      services: [{ id: 'shop', steps: [wait(10)], unit: { replicas: 2, startupMs: 1000 } }],
      arrivals: [],
      timeline: [{ atMs: 5000, release: 'shop', strategy: 'rolling' }],
    });
    const versionsAt = (timeMs: number) => {
      simulation.runUntil(timeMs);
      const wanted = unitNow(simulation, 0, 'version');
      return perReplica(simulation, 0, 'version').map((own) => (own === wanted ? 'new' : 'old'));
    };
    expect(versionsAt(4999)).toEqual(['new', 'new']);
    expect(versionsAt(5500)).toEqual(['old', 'old', 'new']);
    expect(versionsAt(6500)).toEqual(['old', 'new', 'new']);
    expect(versionsAt(7500)).toEqual(['new', 'new']);
    expect(unitNow(simulation, 0, 'version')).toBeGreaterThan(0);
  });
});

test('wanted replicas show at once, ready ones after their start-up', () => {
  const simulation = simulate({
    services: [{ id: 'shop', steps: [wait(10)], unit: { replicas: 1, startupMs: 2000 } }],
    arrivals: [],
    timeline: [{ atMs: 1000, scale: 'shop', replicas: 4 }],
  });
  const counts = (timeMs: number) => {
    simulation.runUntil(timeMs);
    return [unitNow(simulation, 0, 'replicasWanted'), unitNow(simulation, 0, 'readyReplicas')];
  };
  expect(counts(999)).toEqual([1, 1]);
  expect(counts(2000)).toEqual([4, 1]);
  expect(counts(3000)).toEqual([4, 4]);
});

test('a unit tells how long half, most and almost all of its visits took', () => {
  const simulation = simulate({
    services: [{ id: 'shop', steps: [{ wait: { ms: { kind: 'uniform', min: 0, max: 100 } } }] }],
    arrivals: Array.from({ length: 4000 }, (_, i) => i),
  });
  simulation.runUntil(4200);
  const share = (field: 'responseMsP50' | 'responseMsP95' | 'responseMsP99') =>
    unitNow(simulation, 0, field) / 100;
  expect(share('responseMsP50')).toBeCloseTo(0.5, 1);
  expect(share('responseMsP95')).toBeCloseTo(0.95, 1);
  expect(share('responseMsP99')).toBeCloseTo(0.99, 1);
});

test('an answer that a fallback stands in for is told from a whole one', () => {
  const simulation = simulate({
    services: [
      { id: 'shop', steps: [call('stock')] },
      { id: 'stock', steps: [], unit: { replicas: 0 } },
    ],
    policies: [{ caller: 'shop', callee: 'stock', fallback: 'degraded' }],
    arrivals: [0],
  });
  expect(hopsUntil(simulation, 100)).toEqual([
    [0, 'request'],
    [1, 'request'],
    [1, 'failure'],
    [0, 'degraded'],
  ]);
});

test('what a callee asks for after its caller has given up is seen going on in vain', () => {
  const simulation = simulate({
    services: [
      { id: 'shop', steps: [call('orders')] },
      { id: 'orders', steps: [wait(50), call('stock')] },
      { id: 'stock', steps: [wait(5)] },
    ],
    policies: [{ caller: 'shop', callee: 'orders', timeoutMs: 20 }],
    arrivals: [0],
  });
  expect(hopsUntil(simulation, 100)).toEqual([
    [0, 'request'],
    [1, 'request'],
    [1, 'failure'],
    [0, 'failure'],
    [2, 'inVain'],
    [2, 'answer'],
  ]);
});
