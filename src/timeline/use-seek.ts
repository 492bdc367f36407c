import { useEffect, useMemo } from 'react';
import type { Playback } from '../playback/playback';
import { isAtRest, modeOf, type PlaybackSnapshot } from '../playback/playback-machine';

/** A way that takes longer than this is given up for the latest place, ms. */
const patienceMs = 120;

/**
 * Seeking for a playhead that is dragged: with every picture the run goes to
 * the latest place as soon as it has come to the one before, so that holding
 * the drag plays like a film.
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
  #picture = 0;
  #wantedMs: number | null = null;
  #soughtAtMs = Number.NEGATIVE_INFINITY;

  constructor(playback: Playback, seek: (timeMs: number) => void) {
    this.#playback = playback;
    this.#seek = seek;
  }

  readonly goTo = (timeMs: number): void => {
    const snapshot = this.#playback.actor.getSnapshot();
    const { durationMs } = snapshot.context;
    this.#wantedMs = Math.round(Math.min(timeMs, durationMs ?? timeMs));
    // A pointer that goes down and up at one place leads there once.
    if (this.#wantedMs === goalOf(snapshot)) this.#wantedMs = null;
    else if (this.#picture === 0) this.#follow();
  };

  rest(): void {
    cancelAnimationFrame(this.#picture);
    this.#picture = 0;
    this.#wantedMs = null;
  }

  #follow(): void {
    this.#picture = 0;
    if (this.#wantedMs === null) return;
    this.#picture = requestAnimationFrame(() => this.#follow());
    const nowMs = performance.now();
    const isUnderWay = modeOf(this.#playback.actor.getSnapshot()) === 'seeking';
    if (isUnderWay && nowMs - this.#soughtAtMs < patienceMs) return;
    this.#soughtAtMs = nowMs;
    this.#seek(this.#wantedMs);
    this.#wantedMs = null;
  }
}

/** Where the run is going by itself, or stands; `null` while it plays. */
function goalOf(snapshot: PlaybackSnapshot): number | null {
  const { goalMs, timeMs } = snapshot.context;
  return goalMs ?? (isAtRest(snapshot) ? timeMs : null);
}
