import { describe, expect, test } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { counterpartIdsOf } from '../../src/canvas/selected-node';
import type { Selection } from '../../src/workspace/workspace';

function linked(deploymentId: string, ...selections: Selection[]) {
  return counterpartIdsOf(selections, shop, cutOf(shop, deploymentId)).toSorted();
}

const monolith = { deploymentId: 'monolith', kind: 'unit', id: 'shop' } as const;
const unitsOf = (deploymentId: string) =>
  shop.deployments.find(({ id }) => id === deploymentId)?.units ?? [];

describe('what is selected on one side lights up on the other', () => {
  test('a process of many modules as every process that holds one of them', () => {
    const [whole] = unitsOf('monolith').filter(({ id }) => id === 'shop');
    const services = unitsOf('microservices').filter(({ modules }) =>
      modules.some((id) => whole.modules.includes(id)),
    );
    expect(services.length).toBeGreaterThan(5);
    expect(linked('microservices', monolith)).toEqual(
      services.map(({ id }) => `unit:${id}`).sort(),
    );
    expect(linked('monolith', monolith)).toEqual([]);
  });

  test('a service as the module in the monolith, and all services as the monolith', () => {
    const service = (id: string) => ({ deploymentId: 'microservices', kind: 'unit', id }) as const;
    expect(linked('monolith', service('catalog'))).toEqual(['module:catalog']);
    expect(linked('monolith', service('catalog'), service('payment'))).toEqual([
      'module:catalog',
      'module:payment',
    ]);
    const services = unitsOf('microservices').map(({ id }) => service(id));
    expect(linked('monolith', ...services)).toContain('unit:shop');
  });

  test('a store, the customers and both ends of a call as what they are there', () => {
    const [database] = unitsOf('monolith').filter(({ id }) => id !== 'shop' && id !== 'psp');
    const there = linked('microservices', { ...monolith, id: database.id });
    expect(there.length).toBeGreaterThan(0);
    expect(linked('microservices', { ...monolith, kind: 'clients', id: 'clients' })).toEqual([
      'clients',
    ]);
    const call = { deploymentId: 'microservices', kind: 'call', id: 'orders>payment' } as const;
    expect(linked('monolith', call)).toEqual(['module:orders', 'module:payment']);
  });

  test('a journey as all that it comes through, on both sides', () => {
    const journey = { deploymentId: 'monolith', kind: 'journey', id: 'checkout' } as const;
    expect(linked('monolith', journey)).toContain('module:payment');
    expect(linked('microservices', journey)).toContain('unit:payment');
    expect(linked('microservices', journey)).not.toContain('unit:search');
  });
});
