import { useEffect, useMemo } from 'react';
import type { Playback } from '../playback/playback';

/** While the playhead is dragged, the run follows at most this often, ms. */
const followMs = 120;

/**
 * Seeking for a playhead that is dragged: the run goes to the latest place, not
 * through all of them. A run without an end has no future to go to.
 */
export function useSeek(
  playback: Playback,
  onSeek: ((timeMs: number) => void) | null,
): ((timeMs: number) => void) | null {
  const seek = useMemo(
    () => (onSeek === null ? null : new Follower(playback, onSeek)),
    [playback, onSeek],
  );
  useEffect(() => () => seek?.rest(), [seek]);
  return seek?.goTo ?? null;
}

class Follower {
  readonly #playback: Playback;
  readonly #seek: (timeMs: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wantedMs: number | null = null;

  constructor(playback: Playback, seek: (timeMs: number) => void) {
    this.#playback = playback;
    this.#seek = seek;
  }

  readonly goTo = (timeMs: number): void => {
    const { durationMs, timeMs: nowMs } = this.#playback.actor.getSnapshot().context;
    this.#wantedMs = Math.round(Math.min(timeMs, durationMs ?? nowMs));
    if (this.#timer === undefined) this.#follow();
  };

  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #follow(): void {
    this.#timer = undefined;
    if (this.#wantedMs === null) return;
    this.#seek(this.#wantedMs);
    this.#wantedMs = null;
    this.#timer = setTimeout(() => this.#follow(), followMs);
  }
}
