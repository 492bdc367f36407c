import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import type { ArchitectureDocumentInput } from '../../src/architecture/document';
import { runDeployment } from '../../src/simulation/run-deployment';

/**
 * N. Bronson, A. Aghayev, A. Charapko, T. Zhu, "Metastable failures in
 * distributed systems", HotOS 2021: a trigger is long over, and the retries of
 * its victims keep the system down. Fifty requests per second meet a service
 * that manages a hundred; for ten seconds it is five times slower; who gets no
 * answer within 200 ms tries again, up to three times.
 */
function retryStorm(budget: number | null): ArchitectureDocumentInput {
  const plenty = { cores: 64, concurrency: 10_000 };
  return {
    version: 1,
    id: 'storm',
    modules: [
      { id: 'web', operations: { serve: [{ call: 'store.serve' }] } },
      {
        id: 'store',
        operations: { serve: [{ work: { cpuMs: { kind: 'exponential', mean: 10 } } }] },
      },
    ],
    journeys: [{ id: 'visit', entry: 'web.serve' }],
    load: { kind: 'open', arrivalRatePerSecond: 50 },
    deployments: [
      {
        id: 'cut',
        units: [
          { id: 'web', modules: ['web'], ...plenty },
          { id: 'store', modules: ['store'], cores: 1, concurrency: 100, acceptQueue: 500 },
        ],
        policies: [
          {
            caller: 'web',
            callee: 'store',
            timeoutMs: 200,
            retries: { max: 3, backoffMs: 50, ...(budget === null ? {} : { budget }) },
          },
        ],
      },
    ],
    timeline: [{ atMs: 20_000, untilMs: 30_000, fault: 'slow', module: 'store', factor: 5 }],
  };
}

/** Share of good answers among the requests that arrive between two instants. */
function availability(budget: number | null, fromSeconds: number, toSeconds: number): number[] {
  const checked = checkDocument(retryStorm(budget));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return [1, 2, 3, 4, 5].map(
    (seed) =>
      runDeployment({
        document: checked.document,
        deploymentId: 'cut',
        seed,
        seconds: toSeconds,
        warmupSeconds: fromSeconds,
      }).availability ?? 0,
  );
}

describe('retries after a trigger that is over', () => {
  test('keep the service down without a budget: a metastable failure', () => {
    for (const share of availability(null, 0, 20)) expect(share).toBeGreaterThan(0.99);
    for (const share of availability(null, 150, 180)) expect(share).toBeLessThan(0.2);
  });

  test('let it recover when they have a budget', () => {
    for (const share of availability(0.1, 150, 180)) expect(share).toBeGreaterThan(0.99);
  });
});
