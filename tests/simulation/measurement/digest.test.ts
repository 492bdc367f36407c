import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument } from '../../../src/architecture/document';
import { shop } from '../../../src/architecture/shop';
import type { Command } from '../../../src/simulation/command';
import { Simulation } from '../../../src/simulation/engine/simulation';

const endMs = 15_000;

/** Fifteen seconds with something of everything. */
const eventful: ArchitectureDocument = {
  ...shop,
  timeline: [
    { atMs: 1000, fault: 'slow', module: 'card-processor', factor: 40, untilMs: 9000 },
    { atMs: 2000, fault: 'hog', module: 'catalog', cores: 0.2, untilMs: 6000 },
    { atMs: 3000, fault: 'crash', module: 'inventory' },
    { atMs: 5000, fault: 'errors', module: 'orders', rate: 0.2, untilMs: 12_000 },
    { atMs: 7000, load: { factor: 1.5 }, untilMs: 11_000 },
    { atMs: 8000, fault: 'loss', link: ['web', 'orders'], rate: 0.1, untilMs: 14_000 },
    { atMs: 10_000, release: 'catalog', strategy: 'rolling' },
  ],
};

const commands: { atMs: number; command: Command }[] = [
  {
    atMs: 4000,
    command: {
      kind: 'concurrency',
      deploymentId: 'microservices',
      unitId: 'orders',
      concurrency: 3,
    },
  },
  {
    atMs: 6000,
    command: { kind: 'replicas', deploymentId: 'microservices', unitId: 'catalog', replicas: 2 },
  },
  {
    atMs: 9500,
    command: {
      kind: 'module-fault',
      moduleId: 'payment',
      faultKind: 'crash',
      fault: { kind: 'crash' },
    },
  },
  {
    atMs: 13_000,
    command: { kind: 'module-fault', moduleId: 'payment', faultKind: 'crash', fault: null },
  },
];

interface Manner {
  isObserved?: boolean;
  eventLimit?: number;
  /** Takes a checkpoint here, runs on, and goes back. */
  turnMs?: number;
}

function digestOf({ isObserved = false, eventLimit = 1e9, turnMs = -1 }: Manner): string {
  const simulation = new Simulation({
    document: eventful,
    deploymentId: 'microservices',
    seed: 3,
    isObserved,
  });
  const advance = (timeMs: number) => {
    while (!simulation.runUntil(timeMs, eventLimit)) if (isObserved) simulation.takeFrame();
  };
  const stops = [...commands.map(({ atMs }) => atMs), turnMs, endMs].sort((a, b) => a - b);
  for (const timeMs of stops) {
    if (timeMs < 0) continue;
    advance(timeMs);
    for (const { atMs, command } of commands) if (atMs === timeMs) simulation.apply(command);
    if (timeMs !== turnMs) continue;
    const checkpoint = simulation.checkpoint();
    advance(timeMs + 3000);
    simulation.restore(checkpoint);
  }
  return simulation.digest();
}

describe('the digest of a run', () => {
  const plain = digestOf({});

  test('is the same again', () => {
    expect(digestOf({})).toBe(plain);
  });

  test.each([1, 7, 1000])('is the same in batches of %i events', (eventLimit) => {
    expect(digestOf({ eventLimit })).toBe(plain);
  });

  test('is the same when somebody watches', () => {
    expect(digestOf({ isObserved: true, eventLimit: 500 })).toBe(plain);
  });

  test.each([2500, 9500])('is the same after going back to %i ms', (turnMs) => {
    expect(digestOf({ turnMs, isObserved: true, eventLimit: 777 })).toBe(plain);
  });
});
