/** What a caller does about a callee: as the document has it, and as the user wishes for now. */
import type { ArchitectureDocument, Policy } from '../architecture/document';
import { withOriginalPolicy, withPolicy } from './intervene';
import { callKey, type Interventions, originalPolicy } from './interventions';
import { isEmpty, isSamePolicy, noPolicy } from './policy-parts';

/** A call that crosses between two processes of a deployment. */
export interface CrossingCall {
  readonly deploymentId: string;
  readonly callerId: string;
  readonly calleeId: string;
}

export interface PolicyNow {
  readonly policy: Policy;
  /** That of the document. */
  readonly original: Policy;
}

export function policyNow(
  document: ArchitectureDocument,
  { policies }: Pick<Interventions, 'policies'>,
  { deploymentId, callerId, calleeId }: CrossingCall,
): PolicyNow {
  const key = callKey(deploymentId, callerId, calleeId);
  const original = originalPolicy(document, key) ?? noPolicy(callerId, calleeId);
  const wished = policies[key];
  return {
    policy: (wished === undefined ? original : wished) ?? noPolicy(callerId, calleeId),
    original,
  };
}

/** Wishes with another policy for a call; that of the document is no wish. */
export function withPolicyNow(
  before: Interventions,
  document: ArchitectureDocument,
  call: CrossingCall,
  policy: Policy,
): Interventions {
  const key = callKey(call.deploymentId, call.callerId, call.calleeId);
  return isSamePolicy(policy, policyNow(document, before, call).original)
    ? withOriginalPolicy(before, key)
    : withPolicy(before, key, isEmpty(policy) ? null : policy);
}
