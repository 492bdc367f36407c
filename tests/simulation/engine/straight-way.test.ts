import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src/architecture/check-document';
import type { ArchitectureDocumentInput } from '../../../src/architecture/document';
import { Simulation } from '../../../src/simulation/engine/simulation';
import {
  type DeploymentFrame,
  ReplicaField,
  replicaFieldCount,
} from '../../../src/simulation/frame';
import { resultOf } from '../../../src/simulation/measurement/summarize-run';
import { TraceLog } from '../../../src/simulation/measurement/trace-log';
import { eventfulMs, randomDocument } from '../../laws/random-document';

/** A log that waits for a request that never comes: whoever is traced goes the general way. */
const nobody = { journey: -1, number: -1 };

function outcomeOf(input: ArchitectureDocumentInput, seed: number, isGeneral: boolean) {
  const report = checkDocument(input);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  const { document } = report;
  const [{ id: deploymentId }] = document.deployments;
  const simulation = new Simulation({ document, deploymentId, seed, isObserved: true });
  if (isGeneral) simulation.trace(new TraceLog(nobody));
  simulation.runUntil(2 * eventfulMs);
  const { events, digest } = resultOf(simulation);
  return { events, digest, result: resultOf(simulation), frame: simulation.takeFrame() };
}

/** The same document where calls cost neither time nor CPU, so that most of them can go straight. */
function withFreeNetwork(input: ArchitectureDocumentInput): ArchitectureDocumentInput {
  const network = { latencyMs: 0, serializationCpuMs: 0 };
  return { ...input, deployments: input.deployments.map((each) => ({ ...each, network })) };
}

/** Three stations in a row, the last one crowded; each call may have a timeout. */
function row(timeoutMs: number): ArchitectureDocumentInput {
  const ids = ['first', 'second', 'third'];
  const work = { work: { cpuMs: { kind: 'exponential' as const, mean: 4 } } };
  return {
    version: 1,
    id: 'row',
    modules: ids.map((id, i) => ({
      id,
      operations: { serve: i < 2 ? [work, { call: `${ids[i + 1]}.serve` }, work] : [work] },
    })),
    journeys: [{ id: 'visit', entry: 'first.serve' }],
    load: { kind: 'open', arrivalRatePerSecond: 200 },
    timeline: [
      { atMs: 500, fault: 'crash', module: 'third', untilMs: 700 },
      { atMs: 1000, fault: 'slow', module: 'second', factor: 3, untilMs: 1300 },
      { atMs: 1500, fault: 'latency', link: ['first', 'second'], addMs: 5, untilMs: 1700 },
      { atMs: 1800, release: 'second', strategy: 'rolling' },
    ],
    deployments: [
      {
        id: 'one',
        units: ids.map((id) => ({
          id,
          modules: [id],
          replicas: 2,
          concurrency: 6,
          startupMs: 100,
        })),
        policies:
          timeoutMs > 0
            ? [
                { caller: 'first', callee: 'second', timeoutMs },
                {
                  caller: 'second',
                  callee: 'third',
                  timeoutMs,
                  cancel: true,
                  fallback: 'degraded',
                },
              ]
            : [],
        network: { latencyMs: 0, serializationCpuMs: 0 },
      },
    ],
  };
}

/** The unit of each replica that is there. */
function unitsWithReplicas({ replicas }: DeploymentFrame): number[] {
  const rows = Array.from({ length: replicas.length / replicaFieldCount }, (_, row) => row);
  return rows.map((row) => replicas[row * replicaFieldCount + ReplicaField.unitIndex]);
}

describe('the straight way of calls', () => {
  test('is open to a replica that drains, which is gone when its last visit is answered', () => {
    const work = { work: { cpuMs: 100 } };
    const drained: ArchitectureDocumentInput = {
      ...row(0),
      modules: ['first', 'second', 'third'].map((id, i, ids) => ({
        id,
        operations: { serve: i < 2 ? [work, { call: `${ids[i + 1]}.serve` }] : [work] },
      })),
      load: { kind: 'replay', arrivals: [0, 1].map((atMs) => ({ atMs, journey: 'visit' })) },
      // Both customers are at their second unit, which has not called the third yet.
      timeline: [{ atMs: 150, scale: 'second', replicas: 0 }],
    };
    const straight = outcomeOf(drained, 1, false);
    expect(straight.result.journeys.visit).toMatchObject({ arrivals: 2, ok: 2 });
    expect(straight.result.calls['second->third'].attempts).toBe(2);
    expect(unitsWithReplicas(straight.frame)).toEqual([0, 0, 2, 2]);
    expect(straight).toEqual(outcomeOf(drained, 1, true));
  });

  test.each([0, 20, 60])(
    'comes to what the general way comes to, timeouts of %i ms',
    (timeoutMs) => {
      const straight = outcomeOf(row(timeoutMs), 1, false);
      expect(straight.result.calls['first->second'].attempts).toBeGreaterThan(500);
      expect(straight).toEqual(outcomeOf(row(timeoutMs), 1, true));
    },
  );

  test('comes to the same in documents of any shape', () => {
    fc.assert(
      fc.property(randomDocument, fc.nat(1000), fc.boolean(), (random, seed, isFree) => {
        const input = isFree ? withFreeNetwork(random) : random;
        expect(outcomeOf(input, seed, false)).toEqual(outcomeOf(input, seed, true));
      }),
      { numRuns: 60, seed: 2026 },
    );
  });
});
