import type { Playback } from '../playback/playback';
import { usePlaybackMode, usePlaybackTimeMs } from '../playback/use-playback';
import type { StoryStep } from '../stories/story';

/** `going`: plays towards the step's instant. `seeking`: on its way there unseen. `there`: at it or beyond. */
export type Travel = 'going' | 'seeking' | 'there';

/** Where the run is, seen from a step. */
export function useStepTravel(playback: Playback, step: StoryStep): Travel {
  const mode = usePlaybackMode(playback);
  const isThere = usePlaybackTimeMs(playback) >= step.atMs;
  if (mode === 'seeking' || mode === 'loading') return 'seeking';
  return isThere ? 'there' : 'going';
}
