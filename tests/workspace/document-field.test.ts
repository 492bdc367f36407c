import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import { shop } from '../../src/architecture/shop';
import {
  changedFields,
  type DocumentField,
  fieldValue,
  isFieldChanged,
  withFieldValue,
  withOriginalField,
} from '../../src/workspace/document-field';

const cores: DocumentField = {
  of: 'unit',
  deploymentId: 'monolith',
  unitId: 'shop',
  field: 'cores',
};

const policy = shop.deployments
  .flatMap(({ id, policies }) => policies.map((own) => ({ deploymentId: id, own })))
  .find(({ own }) => own.circuitBreaker !== undefined);
if (policy === undefined) throw new Error('the shop has no breaker');
const breaker: DocumentField = {
  of: 'policy',
  deploymentId: policy.deploymentId,
  callerId: policy.own.caller,
  calleeId: policy.own.callee,
  field: 'circuitBreaker',
};
const latency: DocumentField = {
  of: 'network',
  deploymentId: 'microservices',
  field: 'latencyMs',
};

/** A policy where the shop has none. */
const unknownTimeout: DocumentField = {
  of: 'policy',
  deploymentId: 'monolith',
  callerId: 'web',
  calleeId: 'catalog',
  field: 'timeoutMs',
};

describe('a field of the document', () => {
  test.each([
    ['of a unit', cores, 1.5],
    ['of a policy', breaker, undefined],
    ['of the network', latency, 42],
    ['of a policy that is not there yet', unknownTimeout, 250],
  ] as const)('%s is edited, marked, and reset to exactly the original', (_name, place, value) => {
    const edited = withFieldValue(shop, place, value);
    expect(fieldValue(edited, place)).toBe(value);
    expect(checkDocument(edited).ok).toBe(true);
    expect(isFieldChanged(shop, edited, place)).toBe(true);
    expect(changedFields(shop, edited)).toContainEqual(place);
    expect(withOriginalField(shop, edited, place)).toEqual(shop);
    expect(changedFields(shop, withOriginalField(shop, edited, place))).toEqual([]);
  });

  test('with the same value again is no edit', () => {
    const value = structuredClone(fieldValue(shop, breaker));
    expect(withFieldValue(shop, breaker, value)).toBe(shop);
    expect(withFieldValue(shop, { ...cores, unitId: 'nowhere' }, undefined)).toBe(shop);
  });

  test('of one deployment leaves the others alone', () => {
    const edited = withFieldValue(shop, cores, 1);
    expect(changedFields(shop, edited)).toEqual([cores]);
    expect(edited.deployments[1]).toBe(shop.deployments[1]);
  });

  test('that nobody has, in a unit that nobody has, changes nothing', () => {
    const edited = withFieldValue(shop, { ...cores, unitId: 'nowhere' }, 3);
    expect(changedFields(shop, edited)).toEqual([]);
  });
});
