/** The one list of everything that can be done on the page right now. */
import { translateAnalysisInto } from '../../i18n/analysis-text';
import { analysisViews, openAnalysis } from '../../workspace/analysis';
import { callCommands } from './call-commands';
import { historyCommands } from './history-commands';
import { laneCommands } from './lane-commands';
import type { CommandContext, PageCommand } from './page-command';
import { partCommands } from './part-commands';
import { namingCommands } from './recut-commands';
import { requestCommands } from './request-commands';
import { runCommands } from './run-commands';
import { selectCommands } from './select-commands';
import { viewCommands } from './view-commands';

export function allCommands(context: CommandContext): PageCommand[] {
  return [
    ...runCommands(context),
    ...viewCommands(context),
    ...laneCommands(context),
    ...historyCommands(context),
    ...pageCommands(context),
    ...partCommands(context),
    ...callCommands(context),
    ...selectCommands(context),
    ...namingCommands(context),
    ...requestCommands(context),
    ...keyCommands(context),
  ];
}

function pageCommands({
  workspace,
  text,
  words,
  actions,
  showPalette,
  showShortcuts,
}: CommandContext): PageCommand[] {
  const wordOf = {
    share: text.t('app.share'),
    embed: text.t('app.embed'),
    open: text.t('app.open'),
  } as const;
  const a = translateAnalysisInto(text.language);
  return [
    ...analysisViews.map(
      (view): PageCommand => ({
        id: `analysis:${view}`,
        section: 'page',
        label: a(`analysis.${view}`),
        run: () => openAnalysis(view),
      }),
    ),
    ...[...actions].map(
      ([action, run]): PageCommand => ({ id: action, section: 'page', label: wordOf[action], run }),
    ),
    {
      id: 'select:none',
      section: 'select',
      label: words('select.none'),
      keys: ['Escape'],
      run: () => workspace.getState().select(null),
    },
    {
      id: 'help:palette',
      section: 'page',
      label: words('help.palette'),
      keys: ['Mod', 'K'],
      run: showPalette,
    },
    {
      id: 'help:shortcuts',
      section: 'page',
      label: words('help.shortcuts'),
      keys: ['?'],
      run: showShortcuts,
    },
  ];
}

/** What only keys do, on the part of the diagram that has the focus. */
function keyCommands({ words }: CommandContext): PageCommand[] {
  const keys = [
    ['canvas.next', ['Tab']],
    ['canvas.walk', ['Arrows']],
    ['canvas.open', ['Enter']],
    ['canvas.move', ['Arrows']],
    ['canvas.menu', ['Shift', 'Menu']],
  ] as const;
  return keys.map(([word, pressed]) => ({
    id: word,
    section: 'canvas',
    label: words(word),
    keys: pressed,
    run: null,
  }));
}

/** The command of a single key, such as `F` or `?`; `undefined` where it has none. */
export function commandOfKey(
  commands: readonly PageCommand[],
  key: string,
): PageCommand | undefined {
  return commands.find(
    ({ keys, run }) =>
      run !== null && keys?.length === 1 && keys[0].toLowerCase() === key.toLowerCase(),
  );
}
