import { expect, test } from 'vitest';
import { boundsAt } from '../../src/architecture/bounds';

test('a bound is the one of the schema, with its default', () => {
  expect(boundsAt('deployments.units.cores')).toEqual({
    min: 0,
    max: 1024,
    isAboveMin: true,
    isWhole: false,
    default: 1,
  });
  expect(boundsAt('deployments.units.autoscaler.min')).toMatchObject({
    min: 1,
    isAboveMin: false,
    isWhole: true,
    default: 1,
  });
  expect(boundsAt('deployments.policies.retries.max')).toMatchObject({
    max: 100,
    default: undefined,
  });
});

test('of several forms, the one that has the field counts', () => {
  expect(boundsAt('load.customers')).toMatchObject({ min: 0, max: 1_000_000, isWhole: true });
  expect(boundsAt('load.pattern.factor')).toMatchObject({ min: 0, max: 1000 });
});

test('what the document does not have is told', () => {
  expect(() => boundsAt('deployments.units.wheels')).toThrow('deployments.units.wheels');
});
