/** To look at a single request from inside, by its kind and its side. */
import { translateWaterfallInto } from '../../i18n/waterfall-text';
import { lookInto, requestKinds } from '../../workspace/request-wish';
import { subjectOf } from '../../workspace/subject';
import type { Selection } from '../../workspace/workspace';
import type { CommandContext, PageCommand } from './page-command';

export function requestCommands({ workspace, text }: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds } = workspace.getState();
  const w = translateWaterfallInto(text.language);
  const shown = document.deployments.filter(({ id }) => paneDeploymentIds.includes(id));
  return shown.flatMap(({ id, name }) =>
    requestKinds.map(
      (kind): PageCommand => ({
        id: `request:${kind}:${id}`,
        section: 'page',
        label: `${w('request.title')}: ${w(`request.${kind}`)} (${text.nameOf(name)})`,
        run: () => lookInto({ kind, deploymentId: id }),
      }),
    ),
  );
}

/** Of the requests that a process has inside at this instant, the one that has been there longest. */
export function oldestRequestCommands(
  { workspace, text, words, run }: CommandContext,
  selection: Selection,
): PageCommand[] {
  const subject = subjectOf(workspace.getState().document, selection);
  if (subject === null) return [];
  const { deployment, unit } = subject;
  const look = async () => {
    const { feed, visitsAt } = run.playback;
    const met = { deploymentId: deployment.id, unitId: unit.id, atMs: feed.current()?.timeMs ?? 0 };
    const [oldest] = (await visitsAt(met)) ?? [];
    if (oldest === undefined) return;
    lookInto({ kind: 'this', journey: oldest.journey, number: oldest.number, met });
  };
  return [
    {
      id: `request:oldest:${deployment.id}:${unit.id}`,
      section: 'select',
      label: words('request.oldest', { name: text.nameOf(unit.name) }),
      run: () => void look(),
    },
  ];
}
