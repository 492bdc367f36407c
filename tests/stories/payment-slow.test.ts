import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { checkVerdict } from '../../src/stories/check-verdict';
import { paymentSlow } from '../../src/stories/payment-slow';
import { expectTruth } from './expect-truth';

/** Thirty paired runs take a few seconds, on a busy machine far longer. */
const timeoutMs = 600_000;

describe('payment slows down', () => {
  test('tells the truth in every seed', () => expectTruth(paymentSlow), timeoutMs);

  test('would be caught lying if the monolith had threads to spare', () => {
    const roomy = {
      ...shop,
      deployments: shop.deployments.map((deployment) => ({
        ...deployment,
        units: deployment.units.map((unit) =>
          unit.id === 'shop' ? { ...unit, concurrency: 1000 } : unit,
        ),
      })),
    };
    const { claims } = checkVerdict(paymentSlow, roomy, [1]);
    expect(claims.filter(({ isTrue }) => !isTrue).map(({ claimId }) => claimId)).toContain(
      'monolith-waits',
    );
  });
});
