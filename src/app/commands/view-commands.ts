/** What is on show and how: panes, diagrams, stories, language, theme. */
import { askDiagrams } from '../../canvas/diagram-request';
import { languages } from '../../i18n/language';
import { storyHeads } from '../../stories/story-heads';
import { changeTimelineView, timelineView } from '../../timeline/use-timeline-view';
import { themes } from '../../workspace/address';
import { runnableDeploymentIds } from '../../workspace/panes';
import type { CommandContext, PageCommand } from './page-command';

export function viewCommands(context: CommandContext): PageCommand[] {
  return [
    ...paneCommands(context),
    ...diagramCommands(context),
    timelineCommand(context),
    ...readerCommands(context),
  ];
}

function timelineCommand({ text }: CommandContext): PageCommand {
  const { isExpanded } = timelineView();
  return {
    id: 'view:timeline',
    section: 'view',
    label: text.t(isExpanded ? 'timeline.collapse' : 'timeline.expand'),
    run: () => changeTimelineView({ isExpanded: !isExpanded }),
  };
}

function paneCommands({ workspace, text, words }: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds, setView, showInPane } = workspace.getState();
  const nameOf = (deploymentId: string) => {
    const deployment = document.deployments.find(({ id }) => id === deploymentId);
    return deployment === undefined ? deploymentId : text.nameOf(deployment.name);
  };
  const panes = [...new Set(paneDeploymentIds)];
  const shown = panes.map((id): [string, string] => [id, nameOf(id)]);
  if (panes.length > 1) shown.splice(1, 0, ['both', text.t('app.view.both')]);
  const sides = ['left', 'right'] as const;
  return [
    ...shown.map(
      ([view, name], index): PageCommand => ({
        id: `view:${view}`,
        section: 'view',
        label: words('view.show', { name }),
        keys: [String(index + 1)],
        run: () => setView(view),
      }),
    ),
    ...runnableDeploymentIds(document)
      .filter((id) => !panes.includes(id))
      .flatMap((id) =>
        sides.map(
          (side, index): PageCommand => ({
            id: `view:${side}:${id}`,
            section: 'view',
            label: words(`view.pane.${side}`, { name: nameOf(id) }),
            run: () => showInPane(index === 0 ? 0 : 1, id),
          }),
        ),
      ),
  ];
}

/** What the menu of the free canvas lists as well. */
export function diagramCommands({ workspace, text, words }: CommandContext): PageCommand[] {
  const { document, paneDeploymentIds, forgetPositions, positions } = workspace.getState();
  const moved = document.deployments.filter(
    ({ id }) => paneDeploymentIds.includes(id) && positions[id] !== undefined,
  );
  return [
    {
      id: 'view:fit',
      section: 'view',
      label: text.t('canvas.fit'),
      keys: ['F'],
      run: () => askDiagrams('fit'),
    },
    {
      id: 'view:legend',
      section: 'view',
      label: text.t('canvas.legend'),
      run: () => askDiagrams('legend'),
    },
    ...moved.map(
      ({ id, name }): PageCommand => ({
        id: `view:tidy:${id}`,
        section: 'view',
        label: words('view.tidy', { name: text.nameOf(name) }),
        run: () => forgetPositions(id),
      }),
    ),
  ];
}

function readerCommands({ workspace, text, words }: CommandContext): PageCommand[] {
  const { setLanguage, setTheme, openStory, closeStory, storyId } = workspace.getState();
  return [
    ...storyHeads.map(
      ({ id, name }): PageCommand => ({
        id: `story:${id}`,
        section: 'view',
        label: words('story.open', { name: text.nameOf(name) }),
        run: () => openStory(id),
      }),
    ),
    ...(storyId === null
      ? []
      : [
          {
            id: 'story:none',
            section: 'view' as const,
            label: text.t('app.story.none'),
            run: closeStory,
          },
        ]),
    ...languages.map(
      (language): PageCommand => ({
        id: `language:${language}`,
        section: 'page',
        label: words('view.language', { language: text.t(`app.language.${language}`) }),
        run: () => setLanguage(language),
      }),
    ),
    ...themes.map(
      (theme): PageCommand => ({
        id: `theme:${theme}`,
        section: 'page',
        label: text.t('app.theme', { theme: text.t(`app.theme.${theme}`) }),
        run: () => setTheme(theme),
      }),
    ),
  ];
}
