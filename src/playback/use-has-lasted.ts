import { useEffect, useState } from 'react';
import type { Playback } from './playback';
import type { PlaybackSnapshot } from './playback-machine';

/**
 * Whether something has held of the player for so long, ms. What passes sooner, like a seek, renders
 * nothing. `holds` belongs outside the component.
 */
export function useHasLasted(
  { actor }: Playback,
  holds: (snapshot: PlaybackSnapshot) => boolean,
  forMs: number,
): boolean {
  const [hasLasted, setLasted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    };
    const follow = () => {
      if (holds(actor.getSnapshot())) timer ??= setTimeout(() => setLasted(true), forMs);
      else {
        stop();
        setLasted(false);
      }
    };
    follow();
    const { unsubscribe } = actor.subscribe(follow);
    return () => {
      unsubscribe();
      stop();
    };
  }, [actor, holds, forMs]);
  return hasLasted;
}
