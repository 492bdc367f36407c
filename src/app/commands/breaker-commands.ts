/** "The same, but…" for the breaker of each call that leaves a process. */
import { cutOf } from '../../architecture/cut';
import type { Deployment, Unit } from '../../architecture/document';
import { switchBreaker } from '../../workspace/breakers';
import { policyNow } from '../../workspace/policy-now';
import type { CommandContext, PageCommand } from './page-command';

export function breakerCommands(
  { workspace, text, words }: CommandContext,
  deployment: Deployment,
  unit: Unit,
): PageCommand[] {
  const { document, interventions } = workspace.getState();
  const nameOf = (moduleId: string) => {
    const module = document.modules.find(({ id }) => id === moduleId);
    return module === undefined ? moduleId : text.nameOf(module.name);
  };
  return cutOf(document, deployment.id).edges.flatMap((edge): PageCommand[] => {
    const { callerId, calleeId, isCrossing, isAsync } = edge;
    if (callerId === null || !isCrossing || isAsync || !unit.modules.includes(callerId)) return [];
    const call = { deploymentId: deployment.id, callerId, calleeId };
    const isOn = policyNow(document, interventions, call).policy.circuitBreaker !== undefined;
    const names = { caller: nameOf(callerId), callee: nameOf(calleeId) };
    return [
      {
        id: `breaker:${deployment.id}:${callerId}:${calleeId}`,
        section: 'run',
        label: words(isOn ? 'breaker.off' : 'breaker.on', {
          ...names,
          deployment: text.nameOf(deployment.name),
        }),
        run: () => switchBreaker(workspace.getState(), call),
      },
    ];
  });
}
