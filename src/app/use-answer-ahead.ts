import { useEffect, useState } from 'react';
import type { AnalysisSubject } from '../comparison/analysis-subject';
import type { Playback } from '../playback/playback';
import { useIsPlaying } from '../playback/use-playback';
import { useWorkspace } from '../workspace/use-workspace';

const loadAhead = () => import('../comparison/spread-ahead');

/** A story that has stood still for so long is being read, ms. */
const readingMs = 1000;

/**
 * Has the runs of many seeds go on where their answer is likely to be wanted: while somebody is
 * near a question, and while a story waits for its reader, since it ends with that very answer.
 */
export function useAnswerAhead(
  playback: Playback,
  subject: AnalysisSubject,
  isNear: boolean,
  isCovered: boolean,
): void {
  const isPlaying = useIsPlaying(playback);
  const isInStory = useWorkspace((state) => state.storyId !== null);
  const isRead = useIsRead(isInStory && !isPlaying);
  const isWanted = !isCovered && (isNear || isRead);
  useEffect(() => {
    if (!isWanted) return;
    let isStillWanted = true;
    void loadAhead().then(({ workAhead }) => isStillWanted && workAhead(subject, isPlaying));
    return () => {
      isStillWanted = false;
      void loadAhead().then(({ restAhead }) => restAhead());
    };
  }, [subject, isPlaying, isWanted]);
}

/** What stands still is on the screen, and has been for a while. */
function useIsRead(isAtRest: boolean): boolean {
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (!isAtRest) return;
    const look = () => setRead(!window.document.hidden);
    const timer = setTimeout(look, readingMs);
    window.document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      window.document.removeEventListener('visibilitychange', look);
      setRead(false);
    };
  }, [isAtRest]);
  return isRead;
}
