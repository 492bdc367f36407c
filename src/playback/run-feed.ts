/**
 * What a run has shown so far, for those who draw it. Frames come sixty times a
 * second and never pass through React's state: the canvas subscribes, the
 * figures sample (`useSampledFrame`), the charts read the series.
 */
import type { Frame } from '../simulation/frame';
import { GrowingWindowSeries, type WindowSeries } from './window-series';

/** `null` says that the run was reset: forget what was drawn. */
export type FrameListener = (frame: Frame | null) => void;

/** How the last frame relates to the watcher's clock, to move things smoothly between frames. */
export interface Pacing {
  /** The frame before the last one, simulated ms; equals `toMs` where there was none. */
  fromMs: number;
  /** The last frame, simulated ms. */
  toMs: number;
  /** Simulated milliseconds per millisecond of the watcher, as chosen. */
  speed: number;
}

export interface RunFeed {
  /** The latest frame, `null` before the first one of a run. */
  current(): Frame | null;
  /** Called with every frame, in order, and with `null` on a reset. Returns the way out. */
  subscribe(listener: FrameListener): () => void;
  /** Figures per window of a deployment since the start of the run. Empty for an unknown one. */
  series(deploymentId: string): WindowSeries;
  pacing(): Pacing;
  /** Simulated time is passing: playing, and the page is visible. */
  readonly isPlaying: boolean;
}

/** The side of the feed that `createPlayback` writes. */
export class RunRecording implements RunFeed {
  isPlaying = false;
  #speed = 1;
  #fromMs = 0;
  #frame: Frame | null = null;
  readonly #listeners = new Set<FrameListener>();
  readonly #series = new Map<string, GrowingWindowSeries>();

  current(): Frame | null {
    return this.#frame;
  }

  subscribe(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  series(deploymentId: string): WindowSeries {
    return this.#seriesOf(deploymentId);
  }

  pacing(): Pacing {
    return { fromMs: this.#fromMs, toMs: this.#frame?.timeMs ?? 0, speed: this.#speed };
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
  }

  add(frame: Frame): void {
    this.#fromMs = this.#frame?.timeMs ?? frame.timeMs;
    this.#frame = frame;
    for (const deployment of frame.deployments) {
      this.#seriesOf(deployment.deploymentId).append(deployment.windows);
    }
    for (const listener of this.#listeners) listener(frame);
  }

  /** Forgets the run; subscribers stay and are told. */
  reset(): void {
    this.#frame = null;
    this.#fromMs = 0;
    this.#series.clear();
    for (const listener of this.#listeners) listener(null);
  }

  #seriesOf(deploymentId: string): GrowingWindowSeries {
    const known = this.#series.get(deploymentId);
    if (known !== undefined) return known;
    const fresh = new GrowingWindowSeries();
    this.#series.set(deploymentId, fresh);
    return fresh;
  }
}
