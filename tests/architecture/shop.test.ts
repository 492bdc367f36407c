import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import { shop, shopInput } from '../../src/architecture/shop';

describe('the shop', () => {
  test('is a sound document', () => {
    expect(checkDocument(shopInput)).toEqual({ ok: true, document: shop });
  });

  test('is cut three ways, with the same modules in each', () => {
    const modulesOf = (id: string) =>
      shop.deployments
        .find((deployment) => deployment.id === id)
        ?.units.flatMap(({ modules }) => modules)
        .toSorted();
    const all = shop.modules.map(({ id }) => id).toSorted();
    for (const id of ['monolith', 'microservices', 'modular']) expect(modulesOf(id)).toEqual(all);
  });

  test('names everything in Spanish and in English', () => {
    const named = [shop, ...shop.modules, ...shop.journeys, ...shop.deployments];
    const untranslated = named.filter(({ name }) => name.es === name.en).map(({ id }) => id);
    expect(untranslated).toEqual([]);
  });
});
