/** Circuit breakers taken out or put in: that of one call, or those of a whole deployment. */
import type { ArchitectureDocument, Deployment, Policy } from '../architecture/document';
import type { MakingActions } from './making';
import { type CrossingCall, policyNow, withPolicyNow } from './policy-now';
import { initialParts, withPartSwitched } from './policy-parts';
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

/** "The same, but…": one step that takes the breakers of a deployment out, or puts them in. */
export function switchBreakers(
  { document, original, editDocument }: WorkspaceState & MakingActions,
  { id, name }: Deployment,
): void {
  const isOn = hasBreakers(document, id);
  editDocument(
    (before) => (isOn ? withoutBreakers(before, id) : withBreakers(before, original, id)),
    {
      label: {
        key: isOn ? 'history.breakers.off' : 'history.breakers.on',
        values: { deployment: name },
      },
    },
  );
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
