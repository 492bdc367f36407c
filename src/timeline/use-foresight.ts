import { type HTMLAttributes, useEffect, useMemo, useState } from 'react';
import type { Playback } from '../playback/playback';
import { isAtRest, type PlaybackSnapshot } from '../playback/playback-machine';
import { useHasLasted } from '../playback/use-has-lasted';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { isTouched } from './is-touched';

/** A finger is not seen coming: a run that has rested for so long is taken to be looked at, ms. */
const restMs = 1000;
/** It is then worked out no further ahead than this, simulated ms. */
const restSpanMs = 90_000;
/** At a high speed the chart shows half an hour: of that a hand is helped by so much ahead of it, simulated ms. */
const spanMs = 300_000;

/**
 * Handlers for what leads to other instants: while a pointer is there, or a run rests with the focus in it,
 * the run is worked out as far as is shown, up to `shownMs`.
 */
export function useForesight(playback: Playback, shownMs: number): HTMLAttributes<HTMLElement> {
  const [isPointed, setPointed] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isRested = useHasLasted(playback, isTouchedAtRest, restMs);
  const toMs = Math.min(shownMs, useSampledFrame(playback.feed, minuteOf, 1) + spanMs);
  useEffect(() => {
    // The focus stays where it was last needed, for minutes; a pointer that rests here is about to do something.
    if (isPointed || hasFocus) playback.foresee(toMs, { whilePlaying: isPointed });
    else playback.foresee(isRested ? Math.min(toMs, nowMs(playback) + restSpanMs) : null);
  }, [playback, isPointed, hasFocus, isRested, toMs]);
  return useMemo(
    () => ({
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocus(true),
      onBlur: () => setFocus(false),
    }),
    [],
  );
}

function isTouchedAtRest(snapshot: PlaybackSnapshot): boolean {
  return isAtRest(snapshot) && isTouched();
}

/** It need not follow every picture. */
function minuteOf(frame: Frame | null): number {
  return Math.floor((frame?.timeMs ?? 0) / 60_000) * 60_000;
}

function nowMs({ actor }: Playback): number {
  return actor.getSnapshot().context.timeMs;
}
