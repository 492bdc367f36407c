import type { Playback } from '../playback/playback';
import { isSettingUp } from '../playback/playback-machine';
import { useHasLasted } from '../playback/use-has-lasted';
import { useHasReached, useIsBeyond, useIsBoundFor, useStopAtMs } from '../playback/use-playback';
import type { StoryStep } from '../stories/story';

/**
 * `going`: plays up to the step's instant. `seeking`: on its way there unseen.
 * `away`: before it, and nothing leads there. `there`: at it. `beyond`: after it.
 */
export type Travel = 'going' | 'seeking' | 'away' | 'there' | 'beyond';

/** What is set up sooner than this needs no word, ms. */
const shortSetupMs = 150;

/** Where the run is, seen from a step. */
export function useStepTravel(playback: Playback, step: StoryStep): Travel {
  const isSettingUpLong = useHasLasted(playback, isSettingUp, shortSetupMs);
  const stopAtMs = useStopAtMs(playback);
  const isBoundHere = useIsBoundFor(playback, step.atMs);
  const isThere = useHasReached(playback, step.atMs);
  const isBeyond = useIsBeyond(playback, step.atMs);
  if (isBoundHere || isSettingUpLong) return 'seeking';
  if (isBeyond) return 'beyond';
  if (isThere) return 'there';
  return stopAtMs === step.atMs ? 'going' : 'away';
}
