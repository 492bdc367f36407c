import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import type { ArchitectureDocument, Deployment } from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import { crossingMs } from '../../src/simulation/theory/crossing-time';
import { type Recut, type RecutResult, recut } from '../../src/workspace/recut/recut';

const givenIds = shop.deployments.map(({ id }) => id);

function cut(document: ArchitectureDocument, move: Recut): RecutResult {
  const outcome = recut(document, move, givenIds);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.result;
}

const paymentOut: Recut = { deploymentId: 'monolith', moduleIds: ['payment'], intoUnitId: null };

function deploymentOf({ document, deploymentId }: RecutResult): Deployment {
  const found = document.deployments.find(({ id }) => id === deploymentId);
  if (found === undefined) throw new Error(`no ${deploymentId}`);
  return found;
}

function unitOf(deployment: Deployment, id: string) {
  return deployment.units.find((unit) => unit.id === id);
}

describe('cutting a module out of its process', () => {
  test('makes a cut of one’s own beside the given ones, which stay as they are', () => {
    const result = cut(shop, paymentOut);
    expect(result).toMatchObject({ deploymentId: 'my-cut', isNewCut: true, isLeftGone: false });
    expect(result.document.deployments.map(({ id }) => id)).toEqual([
      'monolith',
      'my-cut',
      'microservices',
      'modular',
    ]);
    expect(result.document.deployments.filter(({ id }) => id !== 'my-cut')).toEqual(
      shop.deployments,
    );
    expect(checkDocument(result.document)).toEqual({ ok: true, document: result.document });
  });

  test('runs each module once, the one that left in a process of its own', () => {
    const own = deploymentOf(cut(shop, paymentOut));
    expect(unitOf(own, 'payment')?.modules).toEqual(['payment']);
    expect(unitOf(own, 'shop')?.modules).toEqual([
      'web',
      'catalog',
      'inventory',
      'orders',
      'events',
    ]);
  });

  test('sizes it as where another deployment runs it alone, and treats calls to it as there', () => {
    const result = cut(shop, paymentOut);
    const there = shop.deployments.find(({ id }) => id === 'microservices');
    expect(result.origin).toEqual({ kind: 'as-in', deploymentId: 'microservices' });
    expect(result.unit).toEqual(there?.units.find(({ id }) => id === 'payment'));
    expect(deploymentOf(result).policies).toEqual(
      there?.policies.filter(({ callee }) => callee === 'payment'),
    );
  });

  test('else sizes it to be half busy, and waits a second for what is new between processes', () => {
    const alone = { ...shop, deployments: shop.deployments.filter(({ id }) => id === 'monolith') };
    const result = cut(alone, paymentOut);
    const { unit, origin } = result;
    expect(origin?.kind).toBe('sized');
    const utilization = origin?.kind === 'sized' ? origin.utilization : 0;
    // As many twentieths of a core as it takes: not more than half busy, and with one less it would be.
    expect(utilization).toBeLessThanOrEqual(0.5 + 1e-9);
    expect((utilization * unit.cores) / (unit.cores - 0.05)).toBeGreaterThan(0.5);
    expect(unit).toMatchObject({
      replicas: 2,
      concurrency: 40,
      runtime: { platform: 'container' },
    });
    expect(deploymentOf(result).policies).toEqual([
      { caller: 'orders', callee: 'payment', timeoutMs: 1000, cancel: false },
    ]);
  });

  test('changes a cut of one’s own in place', () => {
    const first = cut(shop, paymentOut);
    const move = { deploymentId: 'my-cut', moduleIds: ['orders'], intoUnitId: 'payment' };
    const second = cut(first.document, move);
    expect(second).toMatchObject({ deploymentId: 'my-cut', isNewCut: false });
    expect(unitOf(deploymentOf(second), 'payment')?.modules).toEqual(['payment', 'orders']);
  });

  test('numbers cuts and units whose names are taken', () => {
    const first = cut(shop, paymentOut);
    expect(cut(first.document, paymentOut).deploymentId).toBe('my-cut-2');
  });
});

describe('merging', () => {
  const merged = cut(shop, {
    deploymentId: 'microservices',
    moduleIds: ['payment'],
    intoUnitId: 'orders',
  });

  test('ends the process that has nothing more to run, and keeps the size of the other', () => {
    expect(merged.isLeftGone).toBe(true);
    const own = deploymentOf(merged);
    expect(unitOf(own, 'payment')).toBeUndefined();
    const orders = shop.deployments.find(({ id }) => id === 'microservices');
    expect(unitOf(own, 'orders')).toEqual({
      ...orders?.units.find(({ id }) => id === 'orders'),
      modules: ['orders', 'payment'],
    });
    expect(checkDocument(merged.document).ok).toBe(true);
  });

  test('keeps the policies of calls that no longer cross, for when they part again', () => {
    const apart = cut(merged.document, {
      deploymentId: merged.deploymentId,
      moduleIds: ['payment'],
      intoUnitId: null,
    });
    const breaker = deploymentOf(apart).policies.filter(({ callee }) => callee === 'payment');
    expect(breaker).toHaveLength(1);
    expect(breaker[0].circuitBreaker).toBeDefined();
  });

  test('takes a unit that is gone out of the application', () => {
    const all = shop.deployments[0].units.find(({ id }) => id === 'database')?.modules ?? [];
    const one = cut(shop, { deploymentId: 'monolith', moduleIds: all, intoUnitId: 'shop' });
    expect(deploymentOf(one).application).toEqual(['shop']);
    expect(checkDocument(one.document).ok).toBe(true);
  });
});

describe('modules stay where they are', () => {
  const why = (move: Recut) => {
    const outcome = recut(shop, move, givenIds);
    return outcome.ok ? null : outcome.why;
  };

  test.each([
    ['in the unit they are in', { ...paymentOut, intoUnitId: 'shop' }, 'same'],
    [
      'alone where they are alone',
      { deploymentId: 'microservices', moduleIds: ['payment'], intoUnitId: null },
      'same',
    ],
    [
      'outside a third party’s process',
      { ...paymentOut, intoUnitId: 'card-processor' },
      'external',
    ],
    [
      'at a third party',
      { deploymentId: 'monolith', moduleIds: ['card-processor'], intoUnitId: 'shop' },
      'external',
    ],
    ['where the target is unknown', { ...paymentOut, intoUnitId: 'nobody' }, 'unknown'],
    ['where the module is unknown', { ...paymentOut, moduleIds: ['nobody'] }, 'unknown'],
    [
      'where they are of two units',
      { ...paymentOut, moduleIds: ['payment', 'orders-db'] },
      'unknown',
    ],
  ] as const)('%s', (_name, move, reason) => {
    expect(why(move)).toBe(reason);
  });
});

test('a boundary costs the network both ways and serialisation on the cores of both sides', () => {
  const own = deploymentOf(cut(shop, paymentOut));
  // 2 · 0.5 ms of network, 0.15 ms on a whole core of the shop, and on a quarter of a core of payment.
  const orders = { callerId: 'orders', calleeId: 'payment' };
  expect(crossingMs(own, orders)).toBeCloseTo(1 + 0.15 + 0.15 / 0.25, 10);
});
