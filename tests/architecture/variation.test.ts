import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { readVariation, withValueAt } from '../../src/architecture/variation';

describe('a variation', () => {
  test('is a range, its end included, without the rounding of repeated sums', () => {
    expect(readVariation('load.factor=0.1:0.5:0.1')).toEqual({
      ok: true,
      variation: { path: 'load.factor', values: [0.1, 0.2, 0.3, 0.4, 0.5] },
    });
  });

  test('is a list, or a single value', () => {
    expect(readVariation('a.b=3,1,2')).toMatchObject({ variation: { values: [3, 1, 2] } });
    expect(readVariation('a.b=7')).toMatchObject({ variation: { values: [7] } });
  });

  test.each([
    '',
    'a',
    'a=',
    'a=1:2',
    'a=2:1:1',
    'a=1:2:0',
    'a=one',
    'a=1,,2',
    'a=1=2',
    'a=0:1e9:1',
  ])('is refused as %o', (text) => {
    expect(readVariation(text).ok).toBe(false);
  });
});

describe('a path', () => {
  test('names items by their id or their place, and changes a copy', () => {
    const byId = withValueAt(shop, 'deployments.microservices.units.catalog.replicas', 9);
    const byPlace = withValueAt(shop, 'deployments.1.units.1.replicas', 9);
    expect(byId).toEqual(byPlace);
    expect(byId).not.toEqual(shop);
    expect((byId as typeof shop).deployments[1].units[1].replicas).toBe(9);
    expect(shop.deployments[1].units[1].replicas).toBe(3);
  });

  test.each([
    'nothing',
    'load.nothing',
    'load.nothing.deeper',
    'deployments.none.units',
    'id.length.x',
  ])('that leads nowhere gives nothing: %s', (path) => {
    expect(withValueAt(shop, path, 1)).toBeNull();
  });
});
