/** What takes back, or keeps, what was made. */

import { showBranches } from '../../workspace/branches';
import { breakersOnShow, documentNow, switchBreakers } from '../../workspace/breakers';
import { stepSentence } from '../history/step-text';
import { saveDocument } from '../sharing/save-document';
import type { CommandContext, PageCommand } from './page-command';

export function historyCommands({ workspace, text, words }: CommandContext): PageCommand[] {
  const state = workspace.getState();
  const { history, document, original, undo, redo, resetDocument } = state;
  const present = documentNow(document, state.interventions);
  const travels = [
    { word: 'undo', step: history.past.at(-1), keys: ['Mod', 'Z'], run: undo },
    { word: 'redo', step: history.future.at(-1), keys: ['Mod', 'Shift', 'Z'], run: redo },
  ] as const;
  return [
    ...travels.map(
      ({ word, step, keys, run }): PageCommand => ({
        id: `history:${word}`,
        section: 'page',
        label:
          step === undefined
            ? words(`history.${word}`)
            : stepSentence(`history.${word}`, step.label, document, text),
        keys,
        run: step === undefined ? null : run,
      }),
    ),
    {
      id: 'branches:open',
      section: 'run',
      label: words('branches.open'),
      run: () => showBranches(true),
    },
    ...breakersOnShow({ ...state, document: present }).map(
      ({ deployment, isOn }): PageCommand => ({
        id: `breakers:${deployment.id}`,
        section: 'run',
        label: words(isOn ? 'breakers.off' : 'breakers.on', {
          deployment: text.nameOf(deployment.name),
        }),
        run: () => switchBreakers(workspace.getState(), deployment),
      }),
    ),
    {
      id: 'document:save',
      section: 'page',
      label: words('document.save'),
      run: () => void saveDocument(document),
    },
    ...(document === original
      ? []
      : [
          {
            id: 'history:reset',
            section: 'page' as const,
            label: words('history.reset'),
            run: resetDocument,
          },
        ]),
  ];
}
