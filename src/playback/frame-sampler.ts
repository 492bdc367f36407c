/**
 * Hands out the frames of a feed a few times a second. All who sample a feed at
 * the same rate see the same frame at the same time, so that their figures
 * agree with each other.
 */
import type { Frame } from '../simulation/frame';
import type { RunFeed } from './run-feed';

export class FrameSampler {
  readonly #feed: RunFeed;
  readonly #intervalMs: number;
  readonly #listeners = new Set<() => void>();
  #frame: Frame | null;
  #sampledAtMs = Number.NEGATIVE_INFINITY;
  #leaptAtMs = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #leaveFeed: (() => void) | null = null;

  constructor(feed: RunFeed, hz: number) {
    this.#feed = feed;
    this.#intervalMs = 1000 / hz;
    this.#frame = feed.current();
  }

  readonly current = (): Frame | null => this.#frame;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#leaveFeed ??= this.#feed.subscribe((frame) => this.#notice(frame === null));
    this.#notice(false);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#leave();
    };
  };

  /** Another stretch of the run is shown at once, so that its figures come with its picture; the frames of one take turns. */
  #notice(isLeap: boolean): void {
    const frame = this.#feed.current();
    if (this.#frame === frame) return;
    const lastMs = isLeap ? this.#leaptAtMs : this.#sampledAtMs;
    const dueInMs = lastMs + this.#intervalMs - performance.now();
    // A reset is told at once; the last frame before a pause is told when its turn comes.
    if (dueInMs > 0 && frame !== null) {
      this.#timer ??= setTimeout(() => this.#sample(), dueInMs);
      return;
    }
    if (isLeap) this.#leaptAtMs = performance.now();
    this.#sample();
  }

  #sample(): void {
    this.#clearTimer();
    this.#sampledAtMs = performance.now();
    this.#frame = this.#feed.current();
    for (const listener of this.#listeners) listener();
  }

  #leave(): void {
    this.#clearTimer();
    this.#leaveFeed?.();
    this.#leaveFeed = null;
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const samplers = new WeakMap<RunFeed, Map<number, FrameSampler>>();

/** The one sampler of a feed at a rate. */
export function samplerOf(feed: RunFeed, hz: number): FrameSampler {
  const ofFeed = samplers.get(feed) ?? new Map<number, FrameSampler>();
  samplers.set(feed, ofFeed);
  const known = ofFeed.get(hz);
  if (known !== undefined) return known;
  const fresh = new FrameSampler(feed, hz);
  ofFeed.set(hz, fresh);
  return fresh;
}
