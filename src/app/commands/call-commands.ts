/** What can be done about each call that crosses the network: its faults, and what its caller does then. */
import { type CallEdge, callIdOf, cutOf } from '../../architecture/cut';
import type { Deployment } from '../../architecture/document';
import { initialLinkFaults } from '../../workspace/initial-faults';
import { withLinkFault, withoutLinkFault } from '../../workspace/intervene';
import { linkKey } from '../../workspace/interventions';
import { policyNow, withPolicyNow } from '../../workspace/policy-now';
import { policyParts, withPartSwitched } from '../../workspace/policy-parts';
import type { Selection } from '../../workspace/workspace';
import { breakerCommand, isGuarded } from './breaker-commands';
import type { CommandContext, PageCommand } from './page-command';

interface Call {
  readonly deployment: Deployment;
  readonly edge: CallEdge;
}

/** Of all calls between the processes of the deployments on show. */
export function callCommands(context: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds } = context.workspace.getState();
  const calls = document.deployments
    .filter(({ id }) => paneDeploymentIds.includes(id))
    .flatMap((deployment) =>
      cutOf(document, deployment.id).edges.map((edge): Call => ({ deployment, edge })),
    );
  // What goes wrong with a link does so in every deployment.
  const links = new Map(
    calls
      .filter(({ edge }) => edge.isCrossing)
      .map(({ edge }) => [callIdOf(edge.callerId, edge.calleeId), edge]),
  );
  return [
    ...[...links.values()].flatMap((edge) => linkFaultCommands(context, edge)),
    ...calls.flatMap((call) => policyCommands(context, call)),
  ];
}

/** The commands for one call, as its menu lists them. */
export function commandsOfCall(context: CommandContext, selection: Selection): PageCommand[] {
  const call = callOf(context, selection);
  if (call === null || !call.edge.isCrossing) return [];
  return [
    ...linkFaultCommands(context, call.edge),
    ...policyCommands(context, call),
    ...(isGuarded(call.edge) ? [breakerCommand(context, call.deployment, call.edge)] : []),
  ];
}

/** `Orders → Payment`; `null` where the selection is no call. */
export function callName(context: CommandContext, selection: Selection): string | null {
  const call = callOf(context, selection);
  if (call === null) return null;
  const { caller, callee } = namesOfCall(context, call.edge);
  return `${caller} → ${callee}`;
}

function callOf({ workspace }: CommandContext, { deploymentId, kind, id }: Selection): Call | null {
  if (kind !== 'call') return null;
  const { document } = workspace.getState();
  const deployment = document.deployments.find((each) => each.id === deploymentId);
  if (deployment === undefined) return null;
  const edge = cutOf(document, deploymentId).edges.find(
    ({ callerId, calleeId }) => callIdOf(callerId, calleeId) === id,
  );
  return edge === undefined ? null : { deployment, edge };
}

export function namesOfCall({ workspace, text }: CommandContext, { callerId, calleeId }: CallEdge) {
  const { modules } = workspace.getState().document;
  const nameOf = (moduleId: string | null) => {
    const module = modules.find(({ id }) => id === moduleId);
    return module === undefined ? text.t('canvas.clients.label') : text.nameOf(module.name);
  };
  return { caller: nameOf(callerId), callee: nameOf(calleeId) };
}

function linkFaultCommands(context: CommandContext, edge: CallEdge): PageCommand[] {
  const { workspace, words } = context;
  const { callerId, calleeId } = edge;
  if (callerId === null) return [];
  const { interventions, intervene } = workspace.getState();
  const key = linkKey(callerId, calleeId);
  return Object.values(initialLinkFaults).map((fault): PageCommand => {
    const { kind } = fault;
    const isOn = interventions.linkFaults[key]?.[kind] !== undefined;
    return {
      id: `link:${key}:${kind}`,
      section: 'faults',
      label: words(`link.${kind}.${isOn ? 'off' : 'on'}`, namesOfCall(context, edge)),
      run: () =>
        intervene((before) =>
          isOn ? withoutLinkFault(before, key, kind) : withLinkFault(before, key, fault),
        ),
    };
  });
}

function policyCommands(context: CommandContext, { deployment, edge }: Call): PageCommand[] {
  if (!isGuarded(edge)) return [];
  const { workspace, text, words } = context;
  const { document, interventions, intervene } = workspace.getState();
  const { callerId, calleeId } = edge;
  const call = { deploymentId: deployment.id, callerId, calleeId };
  const { policy } = policyNow(document, interventions, call);
  const names = { ...namesOfCall(context, edge), deployment: text.nameOf(deployment.name) };
  return policyParts.map((part): PageCommand => {
    const isOn = policy[part] !== undefined;
    return {
      id: `policy:${deployment.id}:${callIdOf(callerId, calleeId)}:${part}`,
      section: 'policy',
      label: words(`policy.${part}.${isOn ? 'off' : 'on'}`, names),
      run: () =>
        intervene((before) => {
          const now = policyNow(document, before, call);
          const next = withPartSwitched(now.policy, part, !isOn, now.original);
          return withPolicyNow(before, document, call, next);
        }),
    };
  });
}
