/** To look at a single request from inside, by its kind and its side. */
import { translateWaterfallInto } from '../../i18n/waterfall-text';
import { lookInto, requestKinds } from '../../workspace/request-wish';
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
