import { describe, expect, test } from 'vitest';
import { recutSentences } from '../../src/app/recut/recut-sentences';
import { shop } from '../../src/architecture/shop';
import { recutCatalogues } from '../../src/i18n/recut-text';
import { type Recut, recut } from '../../src/workspace/recut/recut';
import { textIn } from '../../src/workspace/use-text';

const givenIds = shop.deployments.map(({ id }) => id);

function told(move: Recut, language: 'es' | 'en', document = shop): string[] {
  const outcome = recut(document, move, givenIds);
  const before = document.deployments.find(({ id }) => id === move.deploymentId);
  if (before === undefined) throw new Error(`no ${move.deploymentId}`);
  const { deploymentId, moduleIds } = move;
  return recutSentences(
    outcome.ok
      ? { kind: 'done', result: outcome.result, before }
      : { kind: 'refused', why: outcome.why, document, deploymentId, moduleIds },
    textIn(language),
  );
}

const paymentOut: Recut = { deploymentId: 'monolith', moduleIds: ['payment'], intoUnitId: null };

describe('what a cut is told to have changed', () => {
  test('in English: the new process, where its size comes from, and what its calls now cost', () => {
    expect(told(paymentOut, 'en')).toEqual([
      'Payment now has a process of its own: 2 replicas with 20 threads and 0.25 cores each.',
      'Sized as in Microservices.',
      'Orders → Payment now crosses the network: +1.8\u00a0ms a call, with a timeout of 1.0\u00a0s and a circuit breaker.',
      'A new cut, “My cut”: the original is still there.',
    ]);
  });

  test('in Spanish, with its own way of writing figures', () => {
    expect(told(paymentOut, 'es')).toContain(
      'Pago tiene ahora su propio proceso: 2 réplicas con 20 hilos y 0,25 núcleos cada una.',
    );
  });

  test('a merge says whose threads are shared, what is gone, and what a call saves', () => {
    const merge = { deploymentId: 'microservices', moduleIds: ['payment'], intoUnitId: 'orders' };
    const sentences = told(merge, 'en');
    expect(sentences).toContain('Payment now runs inside Orders and shares its 32 threads.');
    expect(sentences).toContain('The process Payment has nothing left to run and is gone.');
    expect(sentences.at(-2)).toMatch(
      /^Orders → Payment no longer leaves the process: −[\d.]+\u00a0ms a call\.$/,
    );
  });

  test('more calls than can be read at a glance are counted', () => {
    const catalog = { deploymentId: 'monolith', moduleIds: ['orders'], intoUnitId: null };
    const calls = told(catalog, 'en').filter((sentence) => sentence.includes('→'));
    expect(calls).toHaveLength(3);
    expect(told(catalog, 'en').at(-2)).toMatch(/^And /);
  });

  test('a size of our own says how busy it will be', () => {
    const alone = { ...shop, deployments: shop.deployments.filter(({ id }) => id === 'monolith') };
    expect(told(paymentOut, 'en', alone)).toContainEqual(
      expect.stringMatching(/^Sized to be \d+% busy at the expected load\.$/),
    );
  });

  test('what cannot be done is said with the reason', () => {
    expect(told({ ...paymentOut, intoUnitId: 'card-processor' }, 'en')).toEqual([
      'What belongs to a third party runs in no process of ours.',
    ]);
  });
});

test('both languages say the same things', () => {
  expect(Object.keys(recutCatalogues.en)).toEqual(Object.keys(recutCatalogues.es));
});
