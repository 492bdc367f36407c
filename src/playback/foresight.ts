/**
 * What lies ahead of the playhead. While somebody is about to seek, the worker
 * is asked for it a slice at a time; the feed takes in what it tells, and
 * reveals it only as far as somebody goes: no chart gives away the end. Nothing
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
  /** Up to here the worker has worked it out, simulated ms. */
  #workedOutMs = 0;
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
    const fromMs = Math.max(this.#workedOutMs, feed.knownMs);
    const toMs = Math.min(this.#wantedMs, feed.nextMarkFrom(fromMs));
    if (toMs < fromMs || fromMs >= this.#wantedMs) return;
    this.#isAnswerDue = true;
    client.foresee(fromMs, toMs);
  }

  answered(frame: Frame): void {
    this.#isAnswerDue = false;
    this.#workedOutMs = frame.timeMs;
    this.#options.feed.foretell(frame);
    this.follow();
  }

  /** What was asked before will not be answered any more. */
  forgetQuestion(): void {
    this.#isAnswerDue = false;
  }

  /** The run takes another course from here on, or the worker is another. */
  changeFrom(timeMs: number): void {
    this.#workedOutMs = Math.min(this.#workedOutMs, timeMs);
  }
}
