/**
 * What lies ahead of the playhead. While somebody is about to seek, the worker
 * is asked for it a slice at a time; what it tells is kept apart, and told to
 * the feed only as far as somebody goes: no chart gives away the end. Nothing
 * is worked out twice, nor while nobody sees the page.
 */
import type { Frame } from '../simulation/frame';
import type { SimulationClient } from '../simulation-worker/client';
import type { PlaybackActor } from './playback';
import { isAtRest, isRunning, isSeen } from './playback-machine';
import type { RunRecording } from './run-feed';

export interface ForesightOptions {
  client: SimulationClient;
  feed: RunRecording;
  actor(): PlaybackActor;
}

export class Foresight {
  readonly #options: ForesightOptions;
  /** Of instants that have not been seen, ascending; each has the windows since the one before. */
  #frames: Frame[] = [];
  #wantedMs: number | null = null;
  #isWhilePlaying = false;
  #isAnswerDue = false;

  constructor(options: ForesightOptions) {
    this.#options = options;
  }

  /** Somebody may soon go to any instant up to this one, in a run that plays as well; `null`: nobody any more. */
  want(toMs: number | null, isWhilePlaying: boolean): void {
    this.#wantedMs = toMs;
    this.#isWhilePlaying = isWhilePlaying;
    this.follow();
  }

  /** Asks for the next slice, where one is wanted and the run is somewhere. */
  follow(): void {
    const { feed, client, actor } = this.#options;
    const snapshot = actor().getSnapshot();
    const hasTime = isAtRest(snapshot) || (this.#isWhilePlaying && isRunning(snapshot));
    if (this.#wantedMs === null || this.#isAnswerDue || !hasTime || !isSeen(snapshot)) return;
    this.#frames = this.#frames.filter(({ timeMs }) => timeMs >= feed.knownMs);
    const fromMs = this.#frames.at(-1)?.timeMs ?? feed.knownMs;
    const toMs = Math.min(this.#wantedMs, feed.nextMarkFrom(fromMs, this.#frames));
    if (toMs < fromMs || fromMs >= this.#wantedMs) return;
    this.#isAnswerDue = true;
    client.foresee(fromMs, toMs);
  }

  answered(frame: Frame): void {
    this.#isAnswerDue = false;
    this.#frames.push(frame);
    this.follow();
  }

  /** What was asked before will not be answered any more. */
  forgetQuestion(): void {
    this.#isAnswerDue = false;
  }

  /** Up to where the feed knows the run, simulated ms, once it is told what lies before an instant. */
  knownBefore(timeMs: number): number {
    const last = this.#frames.findLast((frame) => frame.timeMs <= timeMs);
    return Math.max(this.#options.feed.knownMs, last?.timeMs ?? 0);
  }

  /** Tells the feed what lies before an instant that somebody goes to. */
  reveal(timeMs: number): void {
    for (const frame of this.#frames) if (frame.timeMs <= timeMs) this.#options.feed.learn(frame);
  }

  /** The run takes another course from here on. */
  changeFrom(timeMs: number): void {
    this.#frames = this.#frames.filter((frame) => frame.timeMs < timeMs);
  }
}
