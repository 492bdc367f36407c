import { lazy, Suspense, useEffect } from 'react';
import type { AnalysisSubject } from '../comparison/analysis-subject';
import type { Playback } from '../playback/playback';
import { isMeantToPlay } from '../playback/playback-machine';
import { useAnalysisView } from '../workspace/analysis';

const loadSheet = () => import('../comparison/analysis-sheet');

const AnalysisSheet = lazy(async () => ({ default: (await loadSheet()).AnalysisSheet }));

const loadAhead = () => import('../comparison/spread-ahead');

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
  useEffect(() => prepareFor(playback, subject), [playback, subject]);
  if (view === null) return null;
  return (
    <Suspense>
      <AnalysisSheet view={view} subject={subject} />
    </Suspense>
  );
}

/** Gets everything ready for whoever is about to ask: the sheet, what draws the bands, the first runs. */
function prepareFor(playback: Playback, subject: AnalysisSubject): () => void {
  let isNear = false;
  const come = async ({ target }: Event) => {
    if (!isAsking(target)) return;
    isNear = true;
    void loadSheet();
    void import('../timeline/seed-bands');
    const { workAhead } = await loadAhead();
    if (isNear) workAhead(subject, isMeantToPlay(playback.actor.getSnapshot()));
  };
  const go = ({ target }: Event) => {
    if (!isAsking(target)) return;
    isNear = false;
    void loadAhead().then(({ restAhead }) => restAhead());
  };
  const ways = [
    ['pointerover', come],
    ['focusin', come],
    ['pointerout', go],
    ['focusout', go],
  ] as const;
  for (const [way, listen] of ways) window.addEventListener(way, listen);
  return () => {
    isNear = false;
    for (const [way, listen] of ways) window.removeEventListener(way, listen);
  };
}

function isAsking(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-asks]') !== null;
}
