import type { Deployment, Policy } from '../../architecture/document';
import { withOriginalPolicy, withPolicy } from '../../workspace/intervene';
import { callKey, originalPolicy } from '../../workspace/interventions';
import { useWorkspace } from '../../workspace/use-workspace';
import { isEmpty, isSamePolicy, noPolicy } from './policy-parts';

export interface EditedPolicy {
  policy: Policy;
  /** That of the document. */
  original: Policy;
  /** Takes effect at the present instant of the run. */
  change(policy: Policy): void;
}

/** What a caller does about a callee right now, and how to change it. */
export function usePolicy(
  deployment: Deployment,
  callerId: string,
  calleeId: string,
): EditedPolicy {
  const key = callKey(deployment.id, callerId, calleeId);
  const document = useWorkspace((state) => state.document);
  const wished = useWorkspace((state) => state.interventions.policies[key]);
  const intervene = useWorkspace((state) => state.intervene);
  const original = originalPolicy(document, key) ?? noPolicy(callerId, calleeId);
  const policy = (wished === undefined ? original : wished) ?? noPolicy(callerId, calleeId);
  return {
    policy,
    original,
    change: (next) =>
      intervene((before) =>
        isSamePolicy(next, original)
          ? withOriginalPolicy(before, key)
          : withPolicy(before, key, isEmpty(next) ? null : next),
      ),
  };
}
