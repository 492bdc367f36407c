/** Undo and redo: two buttons and their keys, and a word about what was undone. */
import { useCallback, useEffect, useState } from 'react';
import { IconButton } from '../../design/button';
import { Icon } from '../../design/icon';
import { useText } from '../../workspace/use-text';
import { useWorkspace, useWorkspaceStore } from '../../workspace/use-workspace';
import { useGestures, useHistoryKeys } from './use-history-keys';
import './history-buttons.css';

/** The names of steps: there are none to load before the first one. */
type Names = typeof import('./step-text');

const saidMs = 3000;

export function HistoryButtons() {
  const text = useText();
  const workspace = useWorkspaceStore();
  const { past, future } = useWorkspace((state) => state.history);
  const document = useWorkspace((state) => state.document);
  const names = useNames(past.length + future.length > 0);
  const [said, say] = useSaid();
  const travel = useCallback(
    (direction: 'undo' | 'redo') => {
      const { history, ...state } = workspace.getState();
      const step = history[direction === 'undo' ? 'past' : 'future'].at(-1);
      if (step === undefined) return;
      // Named before it is gone: what it was about may go with it.
      say(names?.stepSentence(`history.${direction}ne`, step.label, state.document, text) ?? '');
      state[direction]();
    },
    [workspace, names, text, say],
  );
  useHistoryKeys(travel);
  useGestures(workspace);
  const buttonFor = (direction: 'undo' | 'redo', steps: typeof past) => {
    const step = steps.at(-1);
    const label =
      names === null || step === undefined
        ? text.t(`app.${direction}`)
        : names.stepSentence(`history.${direction}`, step.label, document, text);
    return (
      <IconButton
        className={direction}
        label={label}
        icon={<Icon name="reset" />}
        disabled={step === undefined}
        onClick={() => travel(direction)}
      />
    );
  };
  return (
    <span className="history-buttons">
      {buttonFor('undo', past)}
      {buttonFor('redo', future)}
      <span role="status" className="history-said">
        {said}
      </span>
    </span>
  );
}

function useNames(isWanted: boolean): Names | null {
  const [names, setNames] = useState<Names | null>(null);
  useEffect(() => {
    if (isWanted) void import('./step-text').then(setNames);
  }, [isWanted]);
  return names;
}

/** A word that goes by itself. */
function useSaid() {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => say(''), saidMs);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say] as const;
}
