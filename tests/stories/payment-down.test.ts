import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { checkVerdict } from '../../src/stories/check-verdict';
import { documentOfStory } from '../../src/stories/document-of-story';
import { paymentDown } from '../../src/stories/payment-down';
import { lookInto } from '../../src/stories/run-record';
import { runStory } from '../../src/stories/story-run';
import { expectTruth } from './expect-truth';

/** Thirty paired runs take a few seconds, on a busy machine far longer. */
const timeoutMs = 600_000;

describe('payment goes down', () => {
  test('tells the truth in every seed', () => expectTruth(paymentDown), timeoutMs);

  test('would be caught lying if browsing needed payment', () => {
    const entangled = {
      ...shop,
      modules: shop.modules.map((module) =>
        module.id === 'catalog'
          ? {
              ...module,
              operations: {
                ...module.operations,
                list: [
                  ...module.operations.list,
                  { call: 'payment.charge', async: false, probability: 1 },
                ],
              },
            }
          : module,
      ),
    };
    const { claims } = checkVerdict(paymentDown, entangled, [1]);
    expect(claims.filter(({ isTrue }) => !isTrue).map(({ claimId }) => claimId)).toContain(
      'others-unharmed',
    );
  });

  test('is right that an ordinary error leaves the monolith up', () => {
    const document = {
      ...documentOfStory(paymentDown, shop),
      timeline: [
        { atMs: 20_000, fault: 'errors' as const, module: 'payment', rate: 1, untilMs: 50_000 },
      ],
    };
    const span = { fromMs: 21_000, toMs: 40_000 };
    const record = runStory({
      document,
      deploymentIds: ['monolith'],
      seed: 42,
      instantsMs: [span.fromMs, span.toMs],
    });
    const look = lookInto(paymentDown, document, record);
    expect(look('monolith.browse.success', span)).toBe(1);
    expect(look('monolith.checkout.served', span)).toBe(0);
  });
});
