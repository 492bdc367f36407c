/** Circuit breakers taken out or put in: that of one call, or those of a whole deployment. */
import type { ArchitectureDocument, Deployment, Policy } from '../architecture/document';
import { callOfKey, type Interventions } from './interventions';
import type { MakingActions } from './making';
import { type CrossingCall, policyNow, withPolicyNow } from './policy-now';
import { initialParts, withPartSwitched } from './policy-parts';
import type { StepLabel } from './step';
import type { WorkspaceState } from './workspace';

/** "The same, but…" for one call, from the present instant on: what would have been is kept beside it. */
export function switchBreaker(
  { document, intervene }: WorkspaceState & MakingActions,
  call: CrossingCall,
): void {
  intervene(
    (before) => {
      const { policy, original } = policyNow(document, before, call);
      const isOff = policy.circuitBreaker === undefined;
      const next = withPartSwitched(policy, 'circuitBreaker', isOff, original);
      return withPolicyNow(before, document, call, next);
    },
    { isCompared: true },
  );
}

export function hasBreakers(document: ArchitectureDocument, deploymentId: string): boolean {
  return policiesOf(document, deploymentId).some((policy) => policy.circuitBreaker !== undefined);
}

/** The same for all calls of a deployment, in one step. */
export function switchBreakers(
  { document, interventions, original, intervene }: WorkspaceState & MakingActions,
  deployment: Deployment,
): void {
  const { id: deploymentId } = deployment;
  const present = documentNow(document, interventions);
  const isOn = hasBreakers(present, deploymentId);
  const switched = withBreakersSwitched(present, original, deploymentId);
  intervene(
    (before) =>
      policiesOf(switched, deploymentId).reduce((wishes, policy) => {
        const call = { deploymentId, callerId: policy.caller, calleeId: policy.callee };
        return withPolicyNow(wishes, document, call, policy);
      }, before),
    { isCompared: true, label: switchLabel(deployment, isOn) },
  );
}

/** The run once more from its start, in one step: what a story claims is about the whole of it. */
export function retellWithBreakersSwitched(
  { document, original, editDocument }: WorkspaceState & MakingActions,
  deployment: Deployment,
): void {
  editDocument((before) => withBreakersSwitched(before, original, deployment.id), {
    label: switchLabel(deployment, hasBreakers(document, deployment.id)),
  });
}

function withBreakersSwitched(
  document: ArchitectureDocument,
  original: ArchitectureDocument,
  deploymentId: string,
): ArchitectureDocument {
  return hasBreakers(document, deploymentId)
    ? withoutBreakers(document, deploymentId)
    : withBreakers(document, original, deploymentId);
}

function switchLabel({ name }: Deployment, isOn: boolean): StepLabel {
  return {
    key: isOn ? 'history.breakers.off' : 'history.breakers.on',
    values: { deployment: name },
  };
}

/** The document with what callers do about callees at the present instant. */
export function documentNow(
  document: ArchitectureDocument,
  interventions: Pick<Interventions, 'policies'>,
): ArchitectureDocument {
  const wished = Object.keys(interventions.policies).map(callOfKey);
  return {
    ...document,
    deployments: document.deployments.map((deployment) => {
      const own = deployment.policies.map(({ caller, callee }) => ({
        deploymentId: deployment.id,
        callerId: caller,
        calleeId: callee,
      }));
      const others = wished.filter(
        (call) =>
          call.deploymentId === deployment.id && !own.some((known) => isSameCall(known, call)),
      );
      const policies = [...own, ...others].map(
        (call) => policyNow(document, interventions, call).policy,
      );
      return { ...deployment, policies };
    }),
  };
}

function isSameCall(one: CrossingCall, other: CrossingCall): boolean {
  return one.callerId === other.callerId && one.calleeId === other.calleeId;
}

/** The deployments on show whose calls have policies, and whether these have breakers. */
export function breakersOnShow({
  document,
  paneDeploymentIds,
}: Pick<WorkspaceState, 'document' | 'paneDeploymentIds'>): {
  readonly deployment: Deployment;
  readonly isOn: boolean;
}[] {
  return document.deployments
    .filter(({ id, policies }) => paneDeploymentIds.includes(id) && policies.length > 0)
    .map((deployment) => ({ deployment, isOn: hasBreakers(document, deployment.id) }));
}

export function withoutBreakers(
  document: ArchitectureDocument,
  deploymentId: string,
): ArchitectureDocument {
  return withPolicies(document, deploymentId, ({ circuitBreaker: _breaker, ...policy }) => policy);
}

/** Those of the original where it has any, else one for every call that has a policy. */
export function withBreakers(
  document: ArchitectureDocument,
  original: ArchitectureDocument,
  deploymentId: string,
): ArchitectureDocument {
  const known = policiesOf(original, deploymentId);
  const isKnown = hasBreakers(original, deploymentId);
  return withPolicies(document, deploymentId, (policy) => {
    const { circuitBreaker = isKnown ? undefined : initialParts.circuitBreaker } =
      known.find(({ caller, callee }) => caller === policy.caller && callee === policy.callee) ??
      {};
    return circuitBreaker === undefined ? policy : { ...policy, circuitBreaker };
  });
}

function policiesOf({ deployments }: ArchitectureDocument, deploymentId: string): Policy[] {
  return deployments.find(({ id }) => id === deploymentId)?.policies ?? [];
}

function withPolicies(
  document: ArchitectureDocument,
  deploymentId: string,
  change: (policy: Policy) => Policy,
): ArchitectureDocument {
  return {
    ...document,
    deployments: document.deployments.map((deployment) =>
      deployment.id === deploymentId
        ? { ...deployment, policies: deployment.policies.map(change) }
        : deployment,
    ),
  };
}
