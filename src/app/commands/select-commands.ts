/** Ways to all that can be selected: the customers, what they do, each process, module and call on show. */
import { callIdOf, cutOf } from '../../architecture/cut';
import type { Deployment } from '../../architecture/document';
import { clientsNodeId } from '../../canvas/canvas-graph';
import type { Selection } from '../../workspace/workspace';
import { namesOfCall } from './call-commands';
import type { CommandContext, PageCommand } from './page-command';

/** A selection and what it is called. */
type Place = Selection & { readonly name: string };

export function selectCommands(context: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds } = context.workspace.getState();
  const shown = document.deployments.filter(({ id }) => paneDeploymentIds.includes(id));
  return [
    ...commonPlaces(context, shown[0]?.id ?? '').map((place) => goCommand(context, place, null)),
    ...shown.flatMap((deployment) =>
      [...partPlaces(context, deployment), ...callPlaces(context, deployment)].map((place) =>
        goCommand(context, place, deployment),
      ),
    ),
  ];
}

/** What is the same in every deployment: it is selected in this one. */
function commonPlaces({ workspace, text }: CommandContext, deploymentId: string): Place[] {
  const { journeys } = workspace.getState().document;
  return [
    {
      deploymentId,
      kind: 'clients',
      id: clientsNodeId,
      name: text.t('canvas.clients.label'),
    },
    ...journeys.map(
      ({ id, name }): Place => ({ deploymentId, kind: 'journey', id, name: text.nameOf(name) }),
    ),
  ];
}

function partPlaces({ workspace, text }: CommandContext, deployment: Deployment): Place[] {
  const { modules } = workspace.getState().document;
  return deployment.units.flatMap((unit): Place[] => [
    { deploymentId: deployment.id, kind: 'unit', id: unit.id, name: text.nameOf(unit.name) },
    ...modules
      .filter(({ id }) => unit.modules.length > 1 && unit.modules.includes(id))
      .map(
        ({ id, name }): Place => ({
          deploymentId: deployment.id,
          kind: 'module',
          id,
          name: text.nameOf(name),
        }),
      ),
  ]);
}

function callPlaces(context: CommandContext, deployment: Deployment): Place[] {
  const { document } = context.workspace.getState();
  return cutOf(document, deployment.id)
    .edges.filter(({ isCrossing }) => isCrossing)
    .map((edge): Place => {
      const { caller, callee } = namesOfCall(context, edge);
      return {
        deploymentId: deployment.id,
        kind: 'call',
        id: callIdOf(edge.callerId, edge.calleeId),
        name: `${caller} → ${callee}`,
      };
    });
}

function goCommand(
  { workspace, text, words }: CommandContext,
  { name, ...selection }: Place,
  deployment: Deployment | null,
): PageCommand {
  const { view, setView, select } = workspace.getState();
  const { deploymentId, kind, id } = selection;
  return {
    id: `select:${deploymentId}:${kind}:${id}`,
    section: 'select',
    label:
      deployment === null
        ? words('select.whole', { name })
        : words('select.part', { name, deployment: text.nameOf(deployment.name) }),
    run: () => {
      if (deployment !== null && view !== 'both' && view !== deploymentId) setView(deploymentId);
      select(selection);
    },
  };
}
