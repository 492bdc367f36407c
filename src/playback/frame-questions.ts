/**
 * The player's questions to the worker. While a run plays and can be seen, each
 * animation frame asks for as much simulated time as the watcher's clock and
 * the speed say; while an instant is sought, each answer leads to the next
 * question. At most one is under way.
 */
import type { SimulationClient } from '../simulation-worker/client';
import { loopEndMs } from './loop-stretch';
import { Pace } from './pace';
import type { PlaybackActor } from './playback';
import { isSeeking, modeOf } from './playback-machine';
import type { RunRecording } from './run-feed';
import type { Watcher } from './watcher';

export interface FrameQuestionsOptions {
  client: SimulationClient;
  watcher: Watcher;
  feed: RunRecording;
  actor(): PlaybackActor;
}

export class FrameQuestions {
  readonly #options: FrameQuestionsOptions;
  readonly #pace = new Pace();
  #isAnswerDue = false;
  /** Something changed while a question was under way: its answer may not show it yet. */
  #isPictureStale = false;
  /** A picture was due while an answer was: the next question need not wait for another one. */
  #missedAtMs: number | null = null;
  #cancelPicture: (() => void) | null = null;

  constructor(options: FrameQuestionsOptions) {
    this.#options = options;
  }

  /** The simulation does not keep up with the chosen speed. */
  get isBehind(): boolean {
    return this.#pace.isBehind;
  }

  /** The run has come to `timeMs` on the last question. */
  answered(timeMs: number): void {
    this.#isAnswerDue = false;
    this.#pace.arrived(timeMs);
  }

  /** What was asked before will not be answered any more. */
  forget(): void {
    this.#isAnswerDue = false;
    this.#isPictureStale = false;
    this.#pace.reset();
  }

  /** Asks as the machine's mode wants it. */
  follow(): void {
    const { feed, actor } = this.#options;
    if (isSeeking(actor().getSnapshot()) && !this.#isAnswerDue) this.#askForGoal();
    if (!feed.isPlaying) this.stopPictures();
    else if (this.#cancelPicture === null) this.#awaitPicture();
  }

  /** After an answer: what could not be asked while it was due. */
  goOn(): void {
    const { feed } = this.#options;
    if (feed.isPlaying && this.#missedAtMs !== null) this.#askForProgress(this.#missedAtMs);
    else if (this.#isPictureStale) this.askForPicture();
  }

  /** Asks for the present instant once more, so that a command shows at once. */
  askForPicture(): void {
    if (this.#isAnswerDue) {
      this.#isPictureStale = true;
      return;
    }
    this.#ask(this.#context.timeMs);
  }

  stopPictures(): void {
    this.#cancelPicture?.();
    this.#cancelPicture = null;
    this.#missedAtMs = null;
    this.#pace.rest();
  }

  get #context() {
    return this.#options.actor().getSnapshot().context;
  }

  #awaitPicture(): void {
    this.#cancelPicture = this.#options.watcher.onNextPicture((wallMs) => {
      this.#awaitPicture();
      if (this.#isAnswerDue) this.#missedAtMs = wallMs;
      else this.#askForProgress(wallMs);
    });
  }

  #askForProgress(wallMs: number): void {
    const context = this.#context;
    const { timeMs, speed, durationMs, stopAtMs } = context;
    const turnMs = loopEndMs(context);
    const endMs = Math.min(
      durationMs ?? Number.POSITIVE_INFINITY,
      stopAtMs ?? Number.POSITIVE_INFINITY,
      timeMs <= turnMs ? turnMs : Number.POSITIVE_INFINITY,
    );
    const limitMs = Math.min(endMs, this.#options.feed.nextMarkMs);
    this.#ask(this.#pace.next(wallMs, timeMs, speed, limitMs));
  }

  /** The next stretch on the way to where the machine seeks. */
  #askForGoal(): void {
    const { goalMs } = this.#context;
    if (goalMs !== null) this.#ask(Math.min(goalMs, this.#options.feed.nextMarkMs));
  }

  #ask(toMs: number): void {
    this.#missedAtMs = null;
    this.#isPictureStale = false;
    const snapshot = this.#options.actor().getSnapshot();
    const mode = modeOf(snapshot);
    if (mode === 'empty' || mode === 'loading' || mode === 'failed') return;
    this.#isAnswerDue = true;
    this.#options.client.advance(toMs, snapshot.context.speed);
  }
}
