/** What takes back what was made. */
import { stepSentence } from '../history/step-text';
import type { CommandContext, PageCommand } from './page-command';

export function historyCommands({ workspace, text, words }: CommandContext): PageCommand[] {
  const { history, document, original, undo, redo, resetDocument } = workspace.getState();
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
