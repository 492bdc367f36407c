/** A policy by its parts, each of which can be switched on and off and changed on its own. */
import type { Policy } from '../architecture/document';
import { isSameWish } from './commands-between';

export const policyParts = [
  'timeoutMs',
  'retries',
  'circuitBreaker',
  'bulkhead',
  'fallback',
  'hedge',
] as const;

export type PolicyPart = (typeof policyParts)[number];

/** What a part begins with where the document says nothing: what one would first try in production. */
export const initialParts: Required<Pick<Policy, PolicyPart>> = {
  timeoutMs: 1000,
  retries: { max: 2, backoffMs: 100, factor: 2, jitter: 'full', budget: 0.2 },
  circuitBreaker: {
    failureRate: 0.5,
    windowMs: 10_000,
    minimumCalls: 20,
    openMs: 10_000,
    halfOpenProbes: 5,
  },
  bulkhead: { maxConcurrent: 10, maxWaiting: 0 },
  fallback: 'degraded',
  hedge: { afterMs: 200, max: 1 },
};

/** A caller and callee without any policy. */
export function noPolicy(caller: string, callee: string): Policy {
  return { caller, callee, cancel: false };
}

/** With a part switched on, as in the original where that has it, or off. */
export function withPartSwitched(
  policy: Policy,
  part: PolicyPart,
  isOn: boolean,
  original: Policy,
): Policy {
  return isOn
    ? withPart(policy, part, original[part] ?? initialParts[part])
    : withPart(policy, part, undefined);
}

/** With a part as in another policy, be it there or not. */
export function withPartOf(policy: Policy, part: PolicyPart, other: Policy): Policy {
  return withPart(policy, part, other[part]);
}

/** `undefined` leaves the part out. The parts keep their order, so that equal policies are written alike. */
export function withPart<Part extends PolicyPart>(
  policy: Policy,
  part: Part,
  value: Policy[Part] | undefined,
): Policy {
  const { caller, callee, cancel } = policy;
  const parts = Object.fromEntries(
    policyParts.flatMap((one) => {
      const kept = one === part ? value : policy[one];
      return kept === undefined ? [] : [[one, kept]];
    }),
  );
  return { caller, callee, ...parts, cancel };
}

/** Nothing is done about this call. */
export function isEmpty(policy: Policy): boolean {
  return policyParts.every((part) => policy[part] === undefined);
}

export function isSamePart(one: Policy, other: Policy, part: PolicyPart): boolean {
  return isSameWish(inOrder(one[part]), inOrder(other[part]));
}

export function isSamePolicy(one: Policy, other: Policy): boolean {
  return one.cancel === other.cancel && policyParts.every((part) => isSamePart(one, other, part));
}

function inOrder(part: Policy[PolicyPart]): unknown {
  return typeof part === 'object' ? Object.entries(part).sort() : part;
}
