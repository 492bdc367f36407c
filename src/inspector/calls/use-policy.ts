import type { Deployment, Policy } from '../../architecture/document';
import { type PolicyNow, policyNow, withPolicyNow } from '../../workspace/policy-now';
import { useWorkspace } from '../../workspace/use-workspace';

export interface EditedPolicy extends PolicyNow {
  /** Takes effect at the present instant of the run. */
  change(policy: Policy): void;
}

/** What a caller does about a callee right now, and how to change it. */
export function usePolicy(
  deployment: Deployment,
  callerId: string,
  calleeId: string,
): EditedPolicy {
  const document = useWorkspace((state) => state.document);
  const interventions = useWorkspace((state) => state.interventions);
  const intervene = useWorkspace((state) => state.intervene);
  const call = { deploymentId: deployment.id, callerId, calleeId };
  return {
    ...policyNow(document, interventions, call),
    change: (next) => intervene((before) => withPolicyNow(before, document, call, next)),
  };
}
