import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import { shop } from '../../src/architecture/shop';
import {
  isEmpty,
  isSamePolicy,
  noPolicy,
  policyParts,
  withPartOf,
  withPartSwitched,
} from '../../src/workspace/policy-parts';

const none = noPolicy('orders', 'payment');
const original = shop.deployments[1].policies.find(({ callee }) => callee === 'payment') ?? none;

describe('a part of a policy', () => {
  test.each(policyParts)(
    '%s can be switched on where there is none, and the document holds it',
    (part) => {
      const policy = withPartSwitched(none, part, true, none);
      expect(policy[part]).toBeDefined();
      const [monolith, microservices] = shop.deployments;
      const document = {
        ...shop,
        deployments: [monolith, { ...microservices, policies: [policy] }],
      };
      expect(checkDocument(document)).toMatchObject({ ok: true });
      expect(isEmpty(withPartSwitched(policy, part, false, none))).toBe(true);
    },
  );

  test.each(policyParts)('%s comes back as it was in the original', (part) => {
    const without = withPartSwitched(original, part, false, original);
    expect(without[part]).toBeUndefined();
    expect(isSamePolicy(withPartOf(without, part, original), original)).toBe(true);
    const again = withPartSwitched(without, part, true, original);
    if (original[part] !== undefined) expect(isSamePolicy(again, original)).toBe(true);
  });
});

test('the order in which fields are written makes no other policy', () => {
  const written = { ...none, bulkhead: { maxConcurrent: 5, maxWaiting: 1 } };
  const other = { ...none, bulkhead: { maxWaiting: 1, maxConcurrent: 5 } };
  expect(isSamePolicy(written, other)).toBe(true);
  expect(isSamePolicy(written, { ...none, bulkhead: { maxConcurrent: 5, maxWaiting: 2 } })).toBe(
    false,
  );
});
