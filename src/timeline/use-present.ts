import { useEffect, useEffectEvent } from 'react';
import type { RunFeed } from '../playback/run-feed';
import type { Frame } from '../simulation/frame';
import type { TimeDomain } from './time-domain';
import { xOf } from './trend-path';

/** Tells with every frame where in the plot the present is, in units of `width`; also when that is outside of it. */
export function usePresent(
  feed: RunFeed,
  domain: TimeDomain,
  width: number,
  onMove: (x: number) => void,
): void {
  const move = useEffectEvent(onMove);
  useEffect(() => {
    const follow = (frame: Frame | null) => move(xOf(frame?.timeMs ?? 0, domain, width));
    follow(feed.current());
    return feed.subscribe(follow);
  }, [feed, domain, width]);
}
