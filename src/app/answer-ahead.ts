import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnalysisSubject } from '../comparison/analysis-subject';
import type { Playback } from '../playback/playback';
import { useIsPlaying } from '../playback/use-playback';
import { useWorkspace } from '../workspace/use-workspace';

const loadAhead = () => import('../comparison/spread-ahead');

/** A story that has stood still for so long is being read, ms. */
const readingMs = 1000;

export interface AnswerAheadProps {
  playback: Playback;
  subject: AnalysisSubject;
  /** Somebody is near a question. */
  isNear: boolean;
  /** The sheet of answers is open. */
  isCovered: boolean;
}

/**
 * Has the runs of many seeds go on where their answer is likely to be wanted: while somebody is
 * near a question, and while a story waits for its reader, since it ends with that very answer.
 */
export function AnswerAhead({ playback, subject, isNear, isCovered }: AnswerAheadProps): null {
  const isPlaying = useIsPlaying(playback);
  const isInStory = useWorkspace((state) => state.storyId !== null);
  const isRead = useIsRead(isInStory && !isPlaying);
  const isOnScreen = useSyncExternalStore(onVisibilityChange, isPageVisible);
  const isWanted = isOnScreen && !isCovered && (isNear || isRead);
  useEffect(() => {
    if (!isWanted) return;
    let isStillWanted = true;
    void loadAhead().then(({ workAhead }) => isStillWanted && workAhead(subject, isPlaying));
    return () => {
      isStillWanted = false;
      void loadAhead().then(({ restAhead }) => restAhead());
    };
  }, [subject, isPlaying, isWanted]);
  return null;
}

/** What stands still, and no hand has moved for a while; whoever is about to move in time needs the cores. */
function useIsRead(isAtRest: boolean): boolean {
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (!isAtRest) return;
    let isInTime = false;
    const look = () => setRead(!isInTime);
    let timer = setTimeout(look, readingMs);
    const wait = ({ target }: Event) => {
      isInTime = target instanceof Element && target.closest('[data-moves-in-time]') !== null;
      setRead(false);
      clearTimeout(timer);
      timer = setTimeout(look, readingMs);
    };
    for (const sign of signs) window.addEventListener(sign, wait, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wait);
      setRead(false);
    };
  }, [isAtRest]);
  return isRead;
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

function isPageVisible(): boolean {
  return !window.document.hidden;
}

function onVisibilityChange(listener: () => void): () => void {
  window.document.addEventListener('visibilitychange', listener);
  return () => window.document.removeEventListener('visibilitychange', listener);
}
