/**
 * Machine, worker and the watcher's clock, wired together. While a run plays
 * and can be seen, each animation frame asks the worker for as much simulated
 * time as the watcher's clock and the speed say, with at most one question
 * under way.
 */
import { type Actor, createActor } from 'xstate';
import type { Command } from '../simulation/command';
import type { Frame } from '../simulation/frame';
import { SimulationClient } from '../simulation-worker/client';
import type { RunRequest } from '../simulation-worker/protocol';
import { Pace } from './pace';
import { isRunning, isSeeking, modeOf, playbackMachine } from './playback-machine';
import { type RunFeed, RunRecording } from './run-feed';
import { pageWatcher, type Watcher } from './watcher';

export interface LoadOptions {
  /** Simulated ms at which the run ends; `null` (default) runs on without end. */
  durationMs?: number | null;
  /** Starts to play as soon as it is loaded. Default false. */
  autoplay?: boolean;
  /** Instants at which the feed keeps a frame (`marked`), simulated ms; the run steps on each of them. */
  marksMs?: readonly number[];
}

export interface PlaybackOptions {
  client?: SimulationClient;
  watcher?: Watcher;
}

export type PlaybackActor = Actor<typeof playbackMachine>;

export interface Playback {
  readonly actor: PlaybackActor;
  readonly feed: RunFeed;
  /** Starts `run` at time 0 in place of the present one. */
  load(run: RunRequest, options?: LoadOptions): void;
  play(): void;
  pause(): void;
  toggle(): void;
  /**
   * The present run again from time 0, also after a failure. `commands`, when
   * given, take the place of the run's own at time 0.
   */
  restart(commands?: readonly Command[]): void;
  /** Plays up to an instant ahead and pauses there; ignored where it lies behind. */
  playTo(timeMs: number): void;
  /**
   * Goes to an instant without showing what lies between, and pauses there. A
   * run that no command has changed is taken up again shortly before an instant
   * that has passed; any other is run again from time 0, with `commands`, when
   * given, in place of the run's own.
   */
  seek(timeMs: number, commands?: readonly Command[]): void;
  /** Simulated ms per ms of the watcher; anything but a number > 0 is ignored. */
  setSpeed(speed: number): void;
  /** Takes effect at the present instant; while paused, the picture shows it at once. */
  send(command: Command): void;
  /** An embed scrolled out of sight counts as hidden. Default true. */
  setOnScreen(isOnScreen: boolean): void;
  /** Ends worker, machine and subscriptions. */
  dispose(): void;
}

export function createPlayback(options: PlaybackOptions = {}): Playback {
  return new PlayerWiring(options.client ?? new SimulationClient(), options.watcher ?? pageWatcher);
}

class PlayerWiring implements Playback {
  readonly actor: PlaybackActor;
  readonly feed = new RunRecording();
  readonly #client: SimulationClient;
  readonly #watcher: Watcher;
  readonly #pace = new Pace();
  readonly #stopWatching: () => void;
  #run: RunRequest | null = null;
  /** `#run` is what the worker runs, and no command has changed it: its past can be taken up again. */
  #isRunUnderWay = false;
  #isAnswerDue = false;
  /** Something changed while a question was under way: its answer may not show it yet. */
  #isPictureStale = false;
  /** A picture was due while an answer was: the next question need not wait for another one. */
  #missedAtMs: number | null = null;
  #isOnScreen = true;
  #cancelPicture: (() => void) | null = null;

  constructor(client: SimulationClient, watcher: Watcher) {
    this.#client = client;
    this.#watcher = watcher;
    client.listen({
      onReady: (timeMs) => {
        if (timeMs > 0) this.feed.rewind(timeMs);
        else if (this.feed.current() !== null) this.feed.reset();
        this.actor.send({ type: 'LOADED' });
        this.#askForPicture();
      },
      onFrame: (frame) => {
        this.#isAnswerDue = false;
        this.#pace.arrived(frame.timeMs);
        this.#show(frame);
        this.actor.send({ type: 'FRAME', timeMs: frame.timeMs, isBehind: this.#pace.isBehind });
        this.#goOn();
      },
      onFailed: (failure) => this.actor.send({ type: 'FAILED', failure }),
    });
    this.actor = createActor(
      playbackMachine.provide({
        actions: { startRun: ({ context }) => this.#startRun(context.goalMs) },
      }),
    );
    this.actor.subscribe(() => this.#follow());
    this.actor.start();
    this.#stopWatching = watcher.onVisibilityChange(() => this.#reportVisibility());
    this.#reportVisibility();
  }

  load(run: RunRequest, options: LoadOptions = {}): void {
    const { durationMs = null, autoplay = false, marksMs = [] } = options;
    this.#run = run;
    this.#isRunUnderWay = false;
    this.feed.setMarks(marksMs);
    this.actor.send({ type: 'LOAD', durationMs, isAutoplay: autoplay });
  }

  play(): void {
    this.actor.send({ type: 'PLAY' });
  }

  pause(): void {
    this.actor.send({ type: 'PAUSE' });
  }

  toggle(): void {
    this.actor.send({ type: 'TOGGLE' });
  }

  restart(commands?: readonly Command[]): void {
    this.#adoptCommands(commands);
    this.actor.send({ type: 'RESTART' });
  }

  playTo(timeMs: number): void {
    this.actor.send({ type: 'PLAY_TO', toMs: timeMs });
  }

  seek(timeMs: number, commands?: readonly Command[]): void {
    this.#adoptCommands(commands);
    this.actor.send({ type: 'SEEK', toMs: timeMs });
  }

  #adoptCommands(commands: readonly Command[] | undefined): void {
    const run = this.#run;
    if (run === null || commands === undefined) return;
    if (JSON.stringify(commands) === JSON.stringify(run.commands)) return;
    this.#run = { ...run, commands: [...commands] };
    this.#isRunUnderWay = false;
  }

  setSpeed(speed: number): void {
    this.actor.send({ type: 'SET_SPEED', speed });
  }

  send(command: Command): void {
    this.#client.send(command);
    this.#isRunUnderWay = false;
    if (!this.feed.isPlaying) this.#askForPicture();
  }

  setOnScreen(isOnScreen: boolean): void {
    this.#isOnScreen = isOnScreen;
    this.#reportVisibility();
  }

  dispose(): void {
    this.#stopWatching();
    this.actor.stop();
    this.#stopPictures();
    this.#client.dispose();
  }

  /** From time 0, or from a checkpoint before `goalMs` where the run itself is what is sought in. */
  #startRun(goalMs: number | null): void {
    if (this.#run === null) return;
    this.#isAnswerDue = false;
    this.#isPictureStale = false;
    this.#pace.reset();
    const canResume = goalMs !== null && this.#isRunUnderWay && this.feed.canRewind;
    if (!canResume) this.feed.reset();
    this.#isRunUnderWay = true;
    this.#client.start(this.#run, canResume ? goalMs : null);
  }

  #show(frame: Frame): void {
    const snapshot = this.actor.getSnapshot();
    const { goalMs } = snapshot.context;
    if (!isSeeking(snapshot) || goalMs === null) this.feed.add(frame);
    else if (frame.timeMs >= goalMs) this.feed.add(withoutHops(frame));
    else this.feed.pass(withoutHops(frame));
  }

  #reportVisibility(): void {
    const isVisible = this.#isOnScreen && this.#watcher.isVisible();
    this.actor.send({ type: isVisible ? 'VISIBLE' : 'HIDDEN' });
  }

  /** Lets the animation frames follow the machine. */
  #follow(): void {
    const snapshot = this.actor.getSnapshot();
    this.feed.setSpeed(snapshot.context.speed);
    this.feed.isPlaying = isRunning(snapshot);
    if (isSeeking(snapshot) && !this.#isAnswerDue) this.#askForGoal();
    if (!this.feed.isPlaying) this.#stopPictures();
    else if (this.#cancelPicture === null) this.#awaitPicture();
  }

  #awaitPicture(): void {
    this.#cancelPicture = this.#watcher.onNextPicture((wallMs) => {
      this.#awaitPicture();
      if (this.#isAnswerDue) this.#missedAtMs = wallMs;
      else this.#askForProgress(wallMs);
    });
  }

  /** After an answer: what could not be asked while it was due. */
  #goOn(): void {
    if (this.feed.isPlaying && this.#missedAtMs !== null) this.#askForProgress(this.#missedAtMs);
    else if (this.#isPictureStale) this.#askForPicture();
  }

  #stopPictures(): void {
    this.#cancelPicture?.();
    this.#cancelPicture = null;
    this.#missedAtMs = null;
    this.#pace.rest();
  }

  #askForProgress(wallMs: number): void {
    const { timeMs, speed, durationMs, stopAtMs } = this.actor.getSnapshot().context;
    const endMs = Math.min(
      durationMs ?? Number.POSITIVE_INFINITY,
      stopAtMs ?? Number.POSITIVE_INFINITY,
    );
    const limitMs = Math.min(endMs, this.feed.nextMarkMs(timeMs));
    this.#ask(this.#pace.next(wallMs, timeMs, speed, limitMs));
  }

  /** The next stretch on the way to where the machine seeks. */
  #askForGoal(): void {
    const { timeMs, goalMs } = this.actor.getSnapshot().context;
    if (goalMs !== null) this.#ask(Math.min(goalMs, this.feed.nextMarkMs(timeMs)));
  }

  /** Asks for the present instant once more, so that a command shows at once. */
  #askForPicture(): void {
    if (this.#isAnswerDue) {
      this.#isPictureStale = true;
      return;
    }
    this.#ask(this.actor.getSnapshot().context.timeMs);
  }

  #ask(toMs: number): void {
    this.#missedAtMs = null;
    this.#isPictureStale = false;
    const snapshot = this.actor.getSnapshot();
    const mode = modeOf(snapshot);
    if (mode === 'empty' || mode === 'loading' || mode === 'failed') return;
    this.#isAnswerDue = true;
    this.#client.advance(toMs, snapshot.context.speed);
  }
}

/** A frame of a stretch that is only passed through: nothing is seen travelling. */
function withoutHops(frame: Frame): Frame {
  return {
    ...frame,
    deployments: frame.deployments.map((own) => ({ ...own, hops: new Float64Array(0) })),
  };
}
