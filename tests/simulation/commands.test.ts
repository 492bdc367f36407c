import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArchitectureDocument } from '../../src/architecture/document';
import type { Policy } from '../../src/architecture/policy';
import { shop } from '../../src/architecture/shop';
import type { Command } from '../../src/simulation/command';
import { Simulation } from '../../src/simulation/engine/simulation';
import {
  CallField,
  callFieldCount,
  JourneyField,
  journeyFieldCount,
  UnitField,
  unitFieldCount,
} from '../../src/simulation/frame';
import { resultOf } from '../../src/simulation/measurement/summarize-run';

const eventfulMs = 3000;

/** A quarter of the customers, so that many runs are quick. */
const quietShop: ArchitectureDocument = {
  ...shop,
  load: { kind: 'open', arrivalRatePerSecond: 50, pattern: [] },
};

const deploymentIds = ['monolith', 'microservices'] as const;
type DeploymentId = (typeof deploymentIds)[number];

function unitsOf(deploymentId: DeploymentId) {
  const deployment = shop.deployments.find(({ id }) => id === deploymentId);
  return (deployment?.units ?? []).filter(({ external }) => !external).map(({ id }) => id);
}

const moduleId = fc.constantFrom(...shop.modules.map(({ id }) => id));

const impatient: Policy = {
  caller: 'web',
  callee: 'catalog',
  timeoutMs: 5,
  cancel: true,
  retries: { max: 3, backoffMs: 1, factor: 2, jitter: 'none' },
  circuitBreaker: {
    failureRate: 0.5,
    windowMs: 500,
    minimumCalls: 5,
    openMs: 100,
    halfOpenProbes: 2,
  },
  bulkhead: { maxConcurrent: 3, maxWaiting: 2 },
};

function faultOn(moduleIds: fc.Arbitrary<string>): fc.Arbitrary<Command> {
  const faults = fc.constantFrom(
    { faultKind: 'crash', fault: { kind: 'crash' } },
    { faultKind: 'slow', fault: { kind: 'slow', factor: 30 } },
    { faultKind: 'errors', fault: { kind: 'errors', rate: 0.5 } },
    { faultKind: 'leak', fault: { kind: 'leak', mibPerSecond: 400 } },
    { faultKind: 'hog', fault: { kind: 'hog', cores: 1.5 } },
    { faultKind: 'crash', fault: null },
    { faultKind: 'slow', fault: null },
    { faultKind: 'errors', fault: null },
  );
  return fc
    .record({ moduleId: moduleIds, fault: faults })
    .map(({ moduleId, fault }) => ({ kind: 'module-fault', moduleId, ...fault }) as Command);
}

function commandOn(deploymentId: DeploymentId): fc.Arbitrary<Command> {
  const unitId = fc.constantFrom(...unitsOf(deploymentId));
  const on = { deploymentId: fc.constant(deploymentId), unitId };
  return fc.oneof(
    faultOn(moduleId),
    fc.record({ kind: fc.constant('unit-crash' as const), ...on, isDown: fc.boolean() }),
    fc.record({
      kind: fc.constant('unit-fault' as const),
      ...on,
      faultKind: fc.constant('errors' as const),
      fault: fc.constantFrom(null, { kind: 'errors' as const, rate: 0.5 }),
    }),
    fc.record({
      kind: fc.constant('replica-fault' as const),
      ...on,
      replicaNumber: fc.integer({ min: 1, max: 4 }),
      faultKind: fc.constant('crash' as const),
      fault: fc.constantFrom(null, { kind: 'crash' as const }),
    }),
    fc.record({
      kind: fc.constant('link-fault' as const),
      callerId: moduleId,
      calleeId: moduleId,
      faultKind: fc.constant('loss' as const),
      fault: fc.constantFrom(null, { kind: 'loss' as const, rate: 0.5 }),
    }),
    fc.record({
      kind: fc.constant('release' as const),
      moduleId,
      strategy: fc.constantFrom('rolling', 'recreate', 'blue-green', 'canary'),
      fault: fc.constantFrom(null, { kind: 'crash' as const }),
    }),
    fc.record({ kind: fc.constant('roll-back' as const), moduleId }),
    fc.record({
      kind: fc.constant('policy' as const),
      deploymentId: fc.constant(deploymentId),
      callerId: moduleId,
      calleeId: moduleId,
      policy: fc.constantFrom(null, impatient),
    }),
    fc.record({
      kind: fc.constant('load-pattern' as const),
      pattern: fc.constantFrom([], [{ atMs: 500, factor: 4, over: 1000 }]),
    }),
    fc.record({ kind: fc.constant('replicas' as const), ...on, replicas: fc.nat(4) }),
    fc.record({
      kind: fc.constant('concurrency' as const),
      ...on,
      concurrency: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({
      kind: fc.constant('arrival-rate' as const),
      arrivalRatePerSecond: fc.constantFrom(0, 20, 200),
    }),
  );
}

const script = fc.constantFrom(...deploymentIds).chain((deploymentId) =>
  fc.record({
    deploymentId: fc.constant(deploymentId),
    seed: fc.nat(1000),
    steps: fc.array(
      fc.record({
        atMs: fc.integer({ min: 0, max: eventfulMs }),
        command: commandOn(deploymentId),
      }),
      { maxLength: 16 },
    ),
  }),
);

function rows(columns: Float64Array, width: number): Float64Array[] {
  return Array.from({ length: columns.length / width }, (_, row) =>
    columns.subarray(row * width, (row + 1) * width),
  );
}

/** What holds at every instant, whatever is done to a run. */
function expectSound(simulation: Simulation): void {
  const frame = simulation.takeFrame();
  for (const row of rows(frame.journeys, journeyFieldCount)) {
    const ended = row[JourneyField.ok] + row[JourneyField.degraded] + row[JourneyField.failed];
    expect(ended + row[JourneyField.inFlight]).toBe(row[JourneyField.arrivals]);
    expect(row[JourneyField.inFlight]).toBeGreaterThanOrEqual(0);
  }
  for (const row of rows(frame.units, unitFieldCount)) {
    for (const field of ['slotsBusy', 'slotQueueLength', 'coresBusy', 'coreQueueLength'] as const) {
      expect(row[UnitField[field]]).toBeGreaterThanOrEqual(0);
    }
    expect(row[UnitField.coresBusy]).toBeLessThanOrEqual(row[UnitField.coresTotal]);
    expect(row[UnitField.coreUtilization]).toBeLessThanOrEqual(1 + 1e-9);
  }
  for (const row of rows(frame.calls, callFieldCount)) {
    expect(row[CallField.inFlight]).toBeGreaterThanOrEqual(0);
  }
}

/** Every figure of a result is a number, and none is negative. */
function expectFigures(value: unknown): void {
  if (typeof value === 'number') {
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeGreaterThan(-1e-6);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) expectFigures(each);
  }
}

const faultKinds = ['crash', 'slow', 'errors', 'leak', 'hog'] as const;

/** Lifts everything that a script can have done, and lets nobody in. */
function makeQuiet(simulation: Simulation, deploymentId: DeploymentId): void {
  for (const { id } of shop.modules) {
    for (const faultKind of faultKinds) {
      simulation.apply({ kind: 'module-fault', moduleId: id, faultKind, fault: null });
    }
    simulation.apply({ kind: 'roll-back', moduleId: id });
    for (const { id: calleeId } of shop.modules) {
      const link = { callerId: id, calleeId };
      simulation.apply({ kind: 'link-fault', ...link, faultKind: 'loss', fault: null });
    }
  }
  for (const unitId of unitsOf(deploymentId)) {
    const on = { deploymentId, unitId };
    simulation.apply({ kind: 'unit-crash', ...on, isDown: false });
    simulation.apply({ kind: 'unit-fault', ...on, faultKind: 'errors', fault: null });
    for (const replicaNumber of [1, 2, 3, 4]) {
      const replica = { ...on, replicaNumber, faultKind: 'crash' } as const;
      simulation.apply({ kind: 'replica-fault', ...replica, fault: null });
    }
    simulation.apply({ kind: 'replicas', deploymentId, unitId, replicas: 2 });
  }
  simulation.apply({ kind: 'arrival-rate', arrivalRatePerSecond: 0 });
}

describe('a run on which anything is tried', () => {
  test('keeps its accounts, and is empty when everything is healed and nobody comes', () => {
    const property = fc.property(script, ({ deploymentId, seed, steps }) => {
      const simulation = new Simulation({
        document: quietShop,
        deploymentId,
        seed,
        isObserved: true,
      });
      for (const { atMs, command } of steps.toSorted((a, b) => a.atMs - b.atMs)) {
        while (!simulation.runUntil(atMs, 200)) expectSound(simulation);
        simulation.apply(command);
        expectSound(simulation);
      }
      simulation.runUntil(eventfulMs);
      makeQuiet(simulation, deploymentId);
      simulation.runUntil(eventfulMs + 120_000);
      expectSound(simulation);
      expectFigures(resultOf(simulation));
      const { units, calls, journeys } = simulation.takeFrame();
      for (const row of rows(units, unitFieldCount)) {
        expect(row[UnitField.slotsBusy] + row[UnitField.slotQueueLength]).toBe(0);
        expect(row[UnitField.coresBusy] + row[UnitField.coreQueueLength]).toBe(0);
      }
      for (const row of rows(calls, callFieldCount)) expect(row[CallField.inFlight]).toBe(0);
      for (const row of rows(journeys, journeyFieldCount)) {
        expect(row[JourneyField.inFlight]).toBe(0);
      }
    });
    fc.assert(property, { numRuns: 20 });
  });
});
