import { useCallback, useEffect, useState } from 'react';
import type { AnalysisSubject } from '../comparison/analysis-subject';
import { later } from '../design/later';
import type { Playback } from '../playback/playback';
import { useAnalysisView } from '../workspace/analysis';
import { useWorkspace } from '../workspace/use-workspace';

const AnalysisSheet = later(
  async () => (await import('../comparison/analysis-sheet')).AnalysisSheet,
);

const AnswerAhead = later(async () => (await import('./answer-ahead')).AnswerAhead);

export interface AnalysisProps {
  /** Stands still while a sheet covers it: the cores are for the runs of the sheet. */
  playback: Playback;
  subject: AnalysisSubject;
}

/** The sheet of analyses, while one is open. */
export function Analysis({ playback, subject }: AnalysisProps) {
  const view = useAnalysisView();
  const isCovered = view !== null;
  useEffect(() => {
    if (!isCovered) return;
    playback.setOnScreen(false);
    return () => playback.setOnScreen(true);
  }, [playback, isCovered]);
  const isNear = useIsNear();
  const isInStory = useWorkspace((state) => state.storyId !== null);
  const show = useCallback(
    (fromMs: number) => {
      playback.seek(fromMs);
      playback.play();
    },
    [playback],
  );
  return (
    <>
      {(isNear || isInStory) && <AnswerAhead {...{ playback, subject, isNear, isCovered }} />}
      {view !== null && <AnalysisSheet view={view} subject={subject} onShow={show} />}
    </>
  );
}

/** A pointer or the focus is at something that asks for many runs: what shows them is loaded. */
function useIsNear(): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const look = ({ type, target }: Event) => {
      if (!(target instanceof Element) || target.closest('[data-asks]') === null) return;
      setNear(type === 'pointerover' || type === 'focusin');
      void AnalysisSheet.load();
      void import('../timeline/seed-bands');
    };
    for (const sign of signs) window.addEventListener(sign, look);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, look);
    };
  }, []);
  return isNear;
}

const signs = ['pointerover', 'pointerout', 'focusin', 'focusout'] as const;
