/** "The same, but…" for the breaker of each call that leaves a process. */
import { type CallEdge, cutOf } from '../../architecture/cut';
import type { Deployment } from '../../architecture/document';
import { switchBreaker } from '../../workspace/breakers';
import { policyNow } from '../../workspace/policy-now';
import type { CommandContext, PageCommand } from './page-command';

/** A call of which the caller can take care. */
type GuardedEdge = CallEdge & { readonly callerId: string };

export function isGuarded(edge: CallEdge): edge is GuardedEdge {
  return edge.callerId !== null && edge.isCrossing && !edge.isAsync;
}

export function breakerCommands(
  context: CommandContext,
  deployment: Deployment,
  callerIds: readonly string[],
): PageCommand[] {
  return cutOf(context.workspace.getState().document, deployment.id).edges.flatMap((edge) =>
    isGuarded(edge) && callerIds.includes(edge.callerId)
      ? [breakerCommand(context, deployment, edge)]
      : [],
  );
}

export function breakerCommand(
  { workspace, text, words }: CommandContext,
  deployment: Deployment,
  { callerId, calleeId }: GuardedEdge,
): PageCommand {
  const { document, interventions } = workspace.getState();
  const nameOf = (moduleId: string) => {
    const module = document.modules.find(({ id }) => id === moduleId);
    return module === undefined ? moduleId : text.nameOf(module.name);
  };
  const call = { deploymentId: deployment.id, callerId, calleeId };
  const isOn = policyNow(document, interventions, call).policy.circuitBreaker !== undefined;
  return {
    id: `breaker:${deployment.id}:${callerId}:${calleeId}`,
    section: 'run',
    label: words(isOn ? 'breaker.off' : 'breaker.on', {
      caller: nameOf(callerId),
      callee: nameOf(calleeId),
      deployment: text.nameOf(deployment.name),
    }),
    run: () => switchBreaker(workspace.getState(), call),
  };
}
