import type { Playback } from '../playback/playback';
import { usePlaybackMode, usePlaybackTimeMs, useStopAtMs } from '../playback/use-playback';
import type { StoryStep } from '../stories/story';

/**
 * `going`: plays up to the step's instant. `seeking`: on its way there unseen.
 * `away`: before it, and nothing leads there. `there`: at it or beyond.
 */
export type Travel = 'going' | 'seeking' | 'away' | 'there';

/** Where the run is, seen from a step. */
export function useStepTravel(playback: Playback, step: StoryStep): Travel {
  const mode = usePlaybackMode(playback);
  const stopAtMs = useStopAtMs(playback);
  const isThere = usePlaybackTimeMs(playback) >= step.atMs;
  if (mode === 'seeking' || mode === 'loading') return 'seeking';
  if (isThere) return 'there';
  return stopAtMs === step.atMs ? 'going' : 'away';
}
