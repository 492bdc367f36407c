import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import type {
  ArchitectureDocument,
  ArchitectureDocumentInput,
} from '../../src/architecture/document';
import { Simulation } from '../../src/simulation/engine/simulation';
import {
  CallField,
  callFieldCount,
  type DeploymentFrame,
  ReplicaField,
  replicaFieldCount,
} from '../../src/simulation/frame';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import type { JourneyResult } from '../../src/simulation/run-result';
import { eventfulMs, randomDocument, randomReplay } from './random-document';

/** Long after the last arrival and the end of every fault. */
const quietMs = 600_000;

/** The same documents every time: what fails here fails for everyone. */
const runs = { numRuns: 60, seed: 2026 };
const seeds = fc.nat(1000);

function checked(input: ArchitectureDocumentInput): ArchitectureDocument {
  const report = checkDocument(input);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.document;
}

function simulationOf(document: ArchitectureDocument, seed: number, isObserved: boolean) {
  return new Simulation({ document, deploymentId: 'one', seed, isObserved });
}

function failedIn({ failed }: JourneyResult): number {
  return Object.values(failed).reduce((sum, count) => sum + count, 0);
}

/** Nobody is lost and nobody is counted twice. */
function expectConservation(simulation: Simulation): void {
  for (const journey of Object.values(resultOf(simulation).journeys)) {
    const { arrivals, ok, degraded, inFlight } = journey;
    expect(ok + degraded + failedIn(journey) + inFlight).toBe(arrivals);
  }
}

function rowsOf(columns: Float64Array, fieldCount: number): Float64Array[] {
  return Array.from({ length: columns.length / fieldCount }, (_, row) =>
    columns.subarray(row * fieldCount, (row + 1) * fieldCount),
  );
}

/** A slot is held by one request at most, a core by one computation, and no queue is longer than its limit. */
function expectPossible(frame: DeploymentFrame, document: ArchitectureDocument): void {
  const units = document.deployments[0].units.filter((unit) => !unit.external);
  let at = 0;
  for (const replica of rowsOf(frame.replicas, replicaFieldCount)) {
    const unit = units[replica[ReplicaField.unitIndex]];
    const slotCount = replica[ReplicaField.slotCount];
    const held = frame.slots.subarray(at, at + slotCount).filter((byte) => byte !== 0).length;
    at += slotCount;
    if (!unit) continue;
    expect(held).toBe(replica[ReplicaField.slotsBusy]);
    expect(replica[ReplicaField.slotQueueLength]).toBeLessThanOrEqual(unit.acceptQueue);
    expect(replica[ReplicaField.coresBusy]).toBeLessThanOrEqual(Math.ceil(unit.cores));
    expect(replica[ReplicaField.coresBusy]).toBeGreaterThanOrEqual(0);
    expect(replica[ReplicaField.coreQueueLength]).toBeGreaterThanOrEqual(0);
  }
  for (const call of rowsOf(frame.calls, callFieldCount)) {
    expect(call[CallField.inFlight]).toBeGreaterThanOrEqual(0);
  }
}

describe('a run of any document', () => {
  test('keeps account of every request at every moment', () => {
    const stops = fc.array(fc.integer({ min: 0, max: 2 * eventfulMs }), { maxLength: 12 });
    fc.assert(
      fc.property(randomDocument, seeds, stops, (input, seed, instants) => {
        const document = checked(input);
        const simulation = simulationOf(document, seed, true);
        for (const instantMs of instants.toSorted((a, b) => a - b)) {
          simulation.runUntil(instantMs);
          expect(simulation.nowMs).toBe(instantMs);
          expectConservation(simulation);
          expectPossible(simulation.takeFrame(), document);
        }
      }),
      runs,
    );
  });

  test('keeps account from event to event', () => {
    fc.assert(
      fc.property(randomDocument, seeds, (input, seed) => {
        const document = checked(input);
        const simulation = simulationOf(document, seed, true);
        for (let i = 0; i < 300 && !simulation.runUntil(eventfulMs, 1); i++) {
          expectConservation(simulation);
          expectPossible(simulation.takeFrame(), document);
        }
      }),
      { ...runs, numRuns: 15 },
    );
  });

  test('comes to rest when nobody comes any more: no request, slot or core is left behind', () => {
    fc.assert(
      fc.property(randomReplay, seeds, (input, seed) => {
        const document = checked(input);
        const simulation = simulationOf(document, seed, true);
        simulation.runUntil(quietMs);
        expectConservation(simulation);
        for (const { inFlight } of Object.values(resultOf(simulation).journeys)) {
          expect(inFlight).toBe(0);
        }
        for (const replica of rowsOf(simulation.takeFrame().replicas, replicaFieldCount)) {
          expect(replica[ReplicaField.slotsBusy]).toBe(0);
          expect(replica[ReplicaField.coresBusy]).toBe(0);
          expect(replica[ReplicaField.slotQueueLength]).toBe(0);
          expect(replica[ReplicaField.coreQueueLength]).toBe(0);
        }
      }),
      runs,
    );
  });

  test('is the same run when it is repeated, cut into slices, or watched', () => {
    fc.assert(
      fc.property(randomDocument, seeds, fc.integer({ min: 1, max: 50 }), (input, seed, slice) => {
        const document = checked(input);
        const whole = simulationOf(document, seed, false);
        whole.runUntil(eventfulMs);
        const again = simulationOf(document, seed, false);
        again.runUntil(eventfulMs);
        expect(resultOf(again)).toEqual(resultOf(whole));
        const sliced = simulationOf(document, seed, true);
        while (!sliced.runUntil(eventfulMs, slice)) sliced.takeFrame();
        expect(resultOf(sliced)).toEqual(resultOf(whole));
      }),
      runs,
    );
  });

  test('is the same run when it goes back and comes again', () => {
    fc.assert(
      fc.property(randomDocument, seeds, fc.nat(eventfulMs), fc.nat(eventfulMs), (...drawn) => {
        const [input, seed, markMs, furtherMs] = drawn;
        const document = checked(input);
        const straight = simulationOf(document, seed, false);
        straight.runUntil(2 * eventfulMs);
        const seeking = simulationOf(document, seed, false);
        seeking.runUntil(markMs);
        const mark = seeking.checkpoint();
        seeking.runUntil(markMs + furtherMs);
        seeking.restore(mark);
        expect(seeking.nowMs).toBe(markMs);
        seeking.runUntil(2 * eventfulMs);
        expect(resultOf(seeking)).toEqual(resultOf(straight));
      }),
      runs,
    );
  });
});
