import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import type {
  ArchitectureDocument,
  ArchitectureDocumentInput,
} from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import { runDeployment } from '../../src/simulation/run-deployment';

type ModuleInput = ArchitectureDocumentInput['modules'][number];

/** Three services in a row, with every kind of luck: demands, waits, chances, branches. */
const modules: ModuleInput[] = [
  {
    id: 'web',
    operations: {
      serve: [
        { work: { cpuMs: { kind: 'exponential', mean: 2 } } },
        {
          parallel: [
            [{ call: 'catalog.serve' }],
            [{ wait: { ms: { kind: 'gamma', mean: 5, cv: 0.7 } } }],
          ],
        },
        { call: 'store.serve', probability: 0.4 },
      ],
    },
  },
  {
    id: 'catalog',
    operations: {
      serve: [
        { work: { cpuMs: { kind: 'lognormal', mean: 4, cv: 1.2 } } },
        { call: 'store.serve', probability: 0.7 },
      ],
    },
  },
  {
    id: 'store',
    operations: { serve: [{ wait: { ms: { kind: 'erlang', mean: 3, shape: 3 } } }] },
  },
];

/** The same modules in one unit and in three, with cores and slots for everyone. */
function twoCuts(slowCatalog: number): ArchitectureDocument {
  const plenty = { cores: 64, concurrency: 1000 };
  const checked = checkDocument({
    version: 1,
    id: 'luck',
    modules,
    journeys: [
      { id: 'buy', entry: 'web.serve', share: 0.3 },
      { id: 'look', entry: 'web.serve', share: 0.7 },
    ],
    load: { kind: 'open', arrivalRatePerSecond: 200 },
    deployments: [
      { id: 'together', units: [{ id: 'all', modules: modules.map(({ id }) => id), ...plenty }] },
      { id: 'apart', units: modules.map(({ id }) => ({ id, modules: [id], ...plenty })) },
    ],
    timeline:
      slowCatalog === 1 ? [] : [{ atMs: 0, fault: 'slow', module: 'catalog', factor: slowCatalog }],
  } satisfies ArchitectureDocumentInput);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.document;
}

describe('common random numbers', () => {
  test('bring the same customers to every deployment of the shop, journey by journey', () => {
    const arrivals = shop.deployments
      .filter(({ units }) => units.length > 0)
      .map(({ id: deploymentId }) => {
        const { journeys } = runDeployment({ document: shop, deploymentId, seed: 7, seconds: 20 });
        return Object.entries(journeys).map(([id, journey]) => [id, journey.arrivals]);
      });
    expect(arrivals.length).toBeGreaterThan(1);
    for (const counts of arrivals) expect(counts).toEqual(arrivals[0]);
  });

  test('give every request the same demands whichever cut it meets', () => {
    for (const seed of [1, 2, 3]) {
      const [together, apart] = ['together', 'apart'].map((deploymentId) =>
        runDeployment({ document: twoCuts(1), deploymentId, seed, seconds: 30 }),
      );
      // Nobody waits for a core or a slot here, so that a response is made of luck alone.
      expect(apart.units.web.coreQueue.maxLength).toBe(0);
      expect(together.units.all.coreQueue.maxLength).toBe(0);
      expect(together.journeys.buy.latencyMs.mean).toBeGreaterThan(5);
      expect(apart.journeys).toEqual(together.journeys);
      expect(apart.digest).toBe(together.digest);
    }
  });

  test('give other seeds other customers', () => {
    const [one, other] = [1, 2].map((seed) =>
      runDeployment({ document: twoCuts(1), deploymentId: 'apart', seed, seconds: 30 }),
    );
    expect(other.digest).not.toBe(one.digest);
    expect(other.journeys.buy.arrivals).not.toBe(one.journeys.buy.arrivals);
  });

  test('leave the luck of all others alone when one service changes', () => {
    const [healthy, slow] = [1, 3].map((factor) =>
      runDeployment({ document: twoCuts(factor), deploymentId: 'apart', seed: 5, seconds: 30 }),
    );
    expect(slow.journeys.look.arrivals).toBe(healthy.journeys.look.arrivals);
    expect(slow.units.web.utilization.cores).toBe(healthy.units.web.utilization.cores);
    const ratio = slow.units.catalog.utilization.cores / healthy.units.catalog.utilization.cores;
    // The last requests are still under way at the end.
    expect(Math.abs(ratio - 3)).toBeLessThan(0.01);
  });
});
