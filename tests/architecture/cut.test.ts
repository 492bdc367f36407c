import { describe, expect, test } from 'vitest';
import { documentFrom } from '../../src/architecture/check-document';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { soundDocument } from './problem-cases';

const document = documentFrom(soundDocument());

function edgesOf(deploymentId: string): string[] {
  return cutOf(document, deploymentId).edges.map(
    ({ callerId, calleeId, callerUnitIndex, calleeUnitIndex }) =>
      `${callerId ?? 'customers'}@${callerUnitIndex} ${calleeId}@${calleeUnitIndex}`,
  );
}

describe('a cut', () => {
  test('numbers the calls in the order of the document, each pair once', () => {
    expect(edgesOf('apart')).toEqual([
      'customers@-1 web@0',
      'web@0 payment@1',
      'web@0 store@2',
      'payment@1 bank@4',
      'payment@1 events@3',
      'events@3 store@2',
    ]);
    const { edges } = cutOf(document, 'apart');
    expect(edges.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('numbers them alike in every deployment', () => {
    const pairs = (deploymentId: string) =>
      cutOf(shop, deploymentId).edges.map(({ callerId, calleeId }) => [callerId, calleeId]);
    for (const { id } of shop.deployments) expect(pairs(id)).toEqual(pairs('monolith'));
  });

  test('says which calls cross, are asynchronous or deliver', () => {
    const named = (deploymentId: string, has: 'isCrossing' | 'isAsync' | 'isDelivery') =>
      cutOf(document, deploymentId)
        .edges.filter((edge) => edge[has])
        .map(({ callerId, calleeId }) => `${callerId ?? 'customers'} ${calleeId}`);
    expect(named('together', 'isCrossing')).toEqual(['customers web', 'payment bank']);
    expect(named('apart', 'isCrossing')).toHaveLength(6);
    expect(named('apart', 'isAsync')).toEqual(['payment events', 'events store']);
    expect(named('apart', 'isDelivery')).toEqual(['events store']);
  });

  test('finds units and calls by module', () => {
    const cut = cutOf(document, 'together');
    expect(cut.units.map(({ id }) => id)).toEqual(['shop', 'bank']);
    expect([cut.unitIndexOf('events'), cut.unitIndexOf('bank')]).toEqual([0, 1]);
    expect([cut.edgeIndexOf(null, 'web'), cut.edgeIndexOf('payment', 'bank')]).toEqual([0, 3]);
    expect(cut.edgeIndexOf('bank', 'payment')).toBe(-1);
    expect(() => cut.unitIndexOf('nobody')).toThrow('nobody');
    expect(() => cutOf(document, 'nowhere')).toThrow('nowhere');
  });
});
