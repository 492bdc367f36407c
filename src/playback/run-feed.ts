/**
 * What a run has shown so far, for those who draw it. Frames come sixty times a
 * second and never pass through React's state: the canvas subscribes, the
 * figures sample (`useSampledFrame`), the charts read the series.
 */
import type { Frame } from '../simulation/frame';
import { BreakerHistory, type OpenCircuit } from './breaker-history';
import { UnitSeries } from './unit-series';
import { GrowingWindowSeries, type WindowSeries } from './window-series';

/**
 * `null` says that the run was reset, or that the next frame, which follows at once and is `current()` already,
 * is of another stretch of it: forget what was drawn of its course.
 */
export type FrameListener = (frame: Frame | null) => void;

/** How the last frame relates to the watcher's clock, to move things smoothly between frames. */
export interface Pacing {
  /** The frame before the last one, simulated ms; equals `toMs` where there was none, or the last one was sought. */
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
  /**
   * Figures per window of a deployment from the start of the run on, as far as
   * it has been seen: after going back the rows beyond the playhead stay, since
   * they come out the same again. Empty for an unknown one.
   */
  series(deploymentId: string): WindowSeries;
  /** The same of one of its units; what is only known of the whole is NaN. */
  unitSeries(deploymentId: string, unitIndex: number): WindowSeries;
  /** When the breakers of a deployment stood open, as far as it has been seen. Empty for an unknown one. */
  openCircuits(deploymentId: string): readonly OpenCircuit[];
  pacing(): Pacing;
  /** The frame of a marked instant (see `LoadOptions.marksMs`), `null` while the run is not there yet. */
  marked(timeMs: number): Frame | null;
  /** Everything up to here has been seen, simulated ms. */
  readonly knownMs: number;
  /** Simulated time is passing: playing, and the page is visible. */
  readonly isPlaying: boolean;
}

const noCircuits: readonly OpenCircuit[] = [];

/** Of the frames that are only passed through, one in so many is told. */
const framesPassedOver = 8;

/** The side of the feed that `createPlayback` writes. */
export class RunRecording implements RunFeed {
  isPlaying = false;
  #speed = 1;
  #fromMs = 0;
  #frame: Frame | null = null;
  readonly #listeners = new Set<FrameListener>();
  readonly #series = new Map<string, GrowingWindowSeries>();
  readonly #unitSeries = new Map<string, UnitSeries>();
  readonly #breakers = new Map<string, BreakerHistory>();
  #marksMs: readonly number[] = [];
  readonly #marked = new Map<number, Frame>();
  #knownMs = 0;
  /** Up to where the run's course is kept, seen or not, simulated ms. */
  #foretoldMs = 0;
  #passedCount = 0;
  /** The next frame is of another stretch than the one before. */
  #isLeaping = false;

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

  unitSeries(deploymentId: string, unitIndex: number): WindowSeries {
    return this.#unitSeriesOf(deploymentId).of(unitIndex);
  }

  openCircuits(deploymentId: string): readonly OpenCircuit[] {
    return this.#breakers.get(deploymentId)?.openCircuits ?? noCircuits;
  }

  pacing(): Pacing {
    return { fromMs: this.#fromMs, toMs: this.#frame?.timeMs ?? 0, speed: this.#speed };
  }

  marked(timeMs: number): Frame | null {
    const nowMs = this.#frame?.timeMs ?? Number.NEGATIVE_INFINITY;
    return timeMs <= nowMs ? (this.#marked.get(timeMs) ?? null) : null;
  }

  /** Windows and marked frames included. */
  get knownMs(): number {
    return this.#knownMs;
  }

  /** Up to where the run's course is known without anybody having seen it; at least `knownMs`. */
  get foretoldMs(): number {
    return Math.max(this.#knownMs, this.#foretoldMs);
  }

  setMarks(marksMs: readonly number[]): void {
    this.#marksMs = [...marksMs].sort((one, other) => one - other);
  }

  /** The first marked instant that is not known, infinite where there is none. */
  get nextMarkMs(): number {
    return this.nextMarkFrom(this.#knownMs);
  }

  /** The first marked instant from `fromMs` on of which no frame is known; infinite where there is none. */
  nextMarkFrom(fromMs: number): number {
    const markMs = this.#marksMs.find((each) => each >= fromMs && !this.#marked.has(each));
    return markMs ?? Number.POSITIVE_INFINITY;
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
  }

  add(frame: Frame): void {
    this.#keep(frame);
    this.#passedCount = 0;
    if (this.#isLeaping) this.#tell(null);
    this.#tell(frame);
  }

  #tell(frame: Frame | null): void {
    this.#isLeaping = false;
    for (const listener of this.#listeners) listener(frame);
  }

  /** The frame of an instant that was sought: nothing lies between it and the one before. */
  arrive(frame: Frame): void {
    this.leap(frame.timeMs);
    this.#frame = null;
    this.add(frame);
  }

  /** A frame on the way to another instant: kept, and told now and then, so that to draw it costs little of the way. */
  pass(frame: Frame): void {
    this.#passedCount += 1;
    if (this.#passedCount % framesPassedOver === 0) this.add(frame);
    else this.#keep(frame);
  }

  #keep(frame: Frame): void {
    this.#fromMs = Math.min(this.#frame?.timeMs ?? frame.timeMs, frame.timeMs);
    this.#frame = frame;
    this.learn(frame);
  }

  /** Keeps what a frame tells of the run's course; the picture stays. */
  learn(frame: Frame): void {
    this.#knownMs = Math.max(this.#knownMs, frame.timeMs);
    this.#keepMarked(frame);
    for (const { deploymentId, windows, unitWindows, breakers } of frame.deployments) {
      this.#seriesOf(deploymentId).append(windows);
      this.#unitSeriesOf(deploymentId).append(unitWindows, windows.length);
      this.#breakersOf(deploymentId).append(breakers);
    }
  }

  /**
   * Keeps what a frame ahead of the watcher tells, the frame after the one told before: nobody sees
   * anything of it before it is revealed.
   */
  foretell(frame: Frame): void {
    this.#foretoldMs = Math.max(this.#foretoldMs, frame.timeMs);
    this.#keepMarked(frame);
    for (const { deploymentId, windows, unitWindows, breakers } of frame.deployments) {
      this.#seriesOf(deploymentId).foretell(windows);
      this.#unitSeriesOf(deploymentId).foretell(unitWindows, windows.length);
      this.#breakersOf(deploymentId).foretell(breakers);
    }
  }

  /** Lets be seen what was told of the run's course up to an instant that somebody goes to. */
  reveal(timeMs: number): void {
    const toMs = Math.min(timeMs, this.foretoldMs);
    if (toMs <= this.#knownMs) return;
    this.#knownMs = toMs;
    for (const series of this.#allSeries()) series.reveal(toMs);
    for (const history of this.#breakers.values()) history.reveal(toMs);
  }

  #keepMarked(frame: Frame): void {
    if (this.#marksMs.includes(frame.timeMs)) this.#marked.set(frame.timeMs, frame);
  }

  #allSeries() {
    return [...this.#series.values(), ...this.#unitSeries.values()];
  }

  /** Forgets the run; subscribers stay and are told. */
  reset(): void {
    this.#frame = null;
    this.#fromMs = 0;
    this.#knownMs = 0;
    this.#foretoldMs = 0;
    this.#series.clear();
    this.#unitSeries.clear();
    this.#breakers.clear();
    this.#marked.clear();
    this.#tell(null);
  }

  /** The run takes another course from here on: what was known of it beyond is not so any more. */
  changeFrom(timeMs: number): void {
    if (timeMs > this.foretoldMs) return;
    const keptMs = Math.min(timeMs, ...this.#allSeries().map((series) => series.cut(timeMs)));
    this.#knownMs = Math.min(this.#knownMs, keptMs);
    this.#foretoldMs = Math.min(this.#foretoldMs, keptMs);
    for (const history of this.#breakers.values()) history.cut(timeMs);
    for (const markMs of this.#marked.keys()) if (markMs >= timeMs) this.#marked.delete(markMs);
  }

  /**
   * The run goes on from another instant than the one on the picture, which stays until the next frame
   * comes, a moment later: nothing blinks, and nothing is drawn twice.
   */
  leap(timeMs: number): void {
    if (this.#frame !== null && this.#frame.timeMs !== timeMs) this.#isLeaping = true;
  }

  #breakersOf(deploymentId: string): BreakerHistory {
    const known = this.#breakers.get(deploymentId);
    if (known !== undefined) return known;
    const fresh = new BreakerHistory();
    this.#breakers.set(deploymentId, fresh);
    return fresh;
  }

  #unitSeriesOf(deploymentId: string): UnitSeries {
    const known = this.#unitSeries.get(deploymentId);
    if (known !== undefined) return known;
    const fresh = new UnitSeries();
    this.#unitSeries.set(deploymentId, fresh);
    return fresh;
  }

  #seriesOf(deploymentId: string): GrowingWindowSeries {
    const known = this.#series.get(deploymentId);
    if (known !== undefined) return known;
    const fresh = new GrowingWindowSeries();
    this.#series.set(deploymentId, fresh);
    return fresh;
  }
}
