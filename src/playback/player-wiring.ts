/**
 * Machine, worker and the watcher's clock, wired together: what the machine
 * decides is done, what the worker answers is kept and told.
 */
import { createActor } from 'xstate';
import type { Command, TimedCommand } from '../simulation/command';
import type { Frame } from '../simulation/frame';
import { firstDifferenceMs, type Script, withCommand } from '../simulation/script';
import type { SimulationClient } from '../simulation-worker/client';
import type { Occasion, RunRequest } from '../simulation-worker/protocol';
import { Foresight } from './foresight';
import { FrameQuestions } from './frame-questions';
import type { LoopStretch } from './loop-stretch';
import type {
  ForesightWish,
  LoadOptions,
  Playback,
  PlaybackActor,
  SeekOptions,
  VisitsAt,
} from './playback';
import {
  isAtRest,
  isMeantToPlay,
  isRunning,
  isSeeking,
  modeOf,
  playbackMachine,
} from './playback-machine';
import { RunRecording } from './run-feed';
import { SoughtHops, seenFromMs } from './sought-hops';
import type { Watcher } from './watcher';

export class PlayerWiring implements Playback {
  readonly actor: PlaybackActor;
  readonly feed = new RunRecording();
  readonly #client: SimulationClient;
  readonly #watcher: Watcher;
  readonly #questions: FrameQuestions;
  readonly #foresight: Foresight;
  readonly #stopWatching: () => void;
  #run: RunRequest | null = null;
  /** Sent, and not known yet to have taken effect. */
  #sent: Command[] = [];
  /** To be sent as soon as the run stands where it is shown. */
  #unsent: Command[] = [];
  readonly #appliedListeners = new Set<(applied: TimedCommand) => void>();
  readonly #hops = new SoughtHops();
  /** Hops are gathered from here on while an instant is sought, simulated ms. */
  #hopsFromMs = 0;
  #isOnScreen = true;
  /** A fresh worker is on its way to where the run was shown: until it is there, the picture stands. */
  #isRecovering = false;

  constructor(client: SimulationClient, watcher: Watcher) {
    this.#client = client;
    this.#watcher = watcher;
    this.#questions = new FrameQuestions({
      client,
      watcher,
      feed: this.feed,
      actor: () => this.actor,
    });
    this.#foresight = new Foresight({ client, feed: this.feed, actor: () => this.actor });
    client.listen({
      onReady: (timeMs) => {
        if (!this.#isRecovering) this.feed.leap(timeMs);
        if (modeOf(this.actor.getSnapshot()) !== 'loading') return;
        this.actor.send({ type: 'LOADED' });
        this.#questions.askForPicture();
      },
      onFrame: (frame) => {
        this.#questions.answered(frame.timeMs);
        this.#show(frame);
        const { isBehind } = this.#questions;
        this.actor.send({ type: 'FRAME', timeMs: frame.timeMs, isBehind });
        this.#questions.goOn();
      },
      onForeseen: (frame) => this.#foresight.answered(frame),
      onApplied: (applied) => this.#adopt(applied),
      // Whoever has gone elsewhere meanwhile is left there.
      onFound: (timeMs) => isAtRest(this.actor.getSnapshot()) && this.seek(timeMs),
      onFailed: (failure) => this.actor.send({ type: 'FAILED', failure }),
    });
    this.actor = createActor(
      playbackMachine.provide({
        actions: {
          startRun: ({ context }) => this.#startRun(context.loss !== null),
          takeUpRun: ({ context }) => this.#takeUpRun(context.goalMs ?? context.timeMs),
        },
      }),
    );
    this.actor.subscribe(() => this.#follow());
    this.actor.start();
    this.#stopWatching = watcher.onVisibilityChange(() => this.#reportVisibility());
    this.#reportVisibility();
  }

  load(run: RunRequest, options: LoadOptions = {}): void {
    const { durationMs = null, startAtMs = 0, autoplay = false, marksMs = [] } = options;
    this.#run = run;
    this.#sent = [];
    this.#unsent = [];
    this.feed.setMarks(marksMs);
    this.actor.send({ type: 'LOAD', durationMs, isAutoplay: autoplay, startAtMs });
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

  restart(): void {
    this.actor.send({ type: 'RESTART' });
  }

  playTo(timeMs: number): void {
    this.actor.send({ type: 'PLAY_TO', toMs: timeMs });
  }

  seek(timeMs: number, { keepsPlaying = false }: SeekOptions = {}): void {
    const isAutoplay = keepsPlaying && isMeantToPlay(this.actor.getSnapshot());
    this.actor.send({ type: 'SEEK', toMs: timeMs, isAutoplay });
  }

  step(occasion: Occasion, isBack: boolean): void {
    this.pause();
    const snapshot = this.actor.getSnapshot();
    if (isAtRest(snapshot)) this.#client.find(snapshot.context.timeMs, occasion, isBack);
  }

  changeScript(script: Script): void {
    const run = this.#run;
    if (run === null) return;
    // What was sent and is not in the script is not to happen: from here on the run may differ already.
    const { goalMs, timeMs } = this.actor.getSnapshot().context;
    const isAwaiting = this.#sent.length + this.#unsent.length > 0;
    this.#sent = [];
    this.#unsent = [];
    const awaitedMs = isAwaiting ? (goalMs ?? timeMs) : Number.POSITIVE_INFINITY;
    const fromMs = Math.min(firstDifferenceMs(run.script, script), awaitedMs);
    if (fromMs === Number.POSITIVE_INFINITY) return;
    this.#run = { ...run, script };
    this.#changeFrom(fromMs);
    this.actor.send({ type: 'CHANGE' });
  }

  foresee(toMs: number | null, { whilePlaying = false }: ForesightWish = {}): void {
    this.#foresight.want(toMs, whilePlaying);
  }

  setSpeed(speed: number): void {
    this.actor.send({ type: 'SET_SPEED', speed });
  }

  readonly visitsAt: VisitsAt = (moment) => this.#client.look(moment);

  send(command: Command): void {
    this.#unsent.push(command);
    this.#sendDue();
  }

  onApplied(listener: (applied: TimedCommand) => void): () => void {
    this.#appliedListeners.add(listener);
    return () => {
      this.#appliedListeners.delete(listener);
    };
  }

  setLooping(isLooping: boolean): void {
    this.actor.send({ type: 'SET_LOOP', isLooping });
  }

  markLoop(stretch: LoopStretch): void {
    this.actor.send({ type: 'MARK_LOOP', stretch });
  }

  setOnScreen(isOnScreen: boolean): void {
    this.#isOnScreen = isOnScreen;
    this.#reportVisibility();
  }

  dispose(): void {
    this.#stopWatching();
    this.actor.stop();
    this.#questions.stopPictures();
    this.#client.dispose();
  }

  #startRun(isAfterLoss: boolean): void {
    if (this.#run === null) return;
    this.#forgetQuestions();
    this.#foresight.changeFrom(0);
    // What breaks off is taken up again as the same run: all that is known of it stays, and so does its picture.
    this.#isRecovering = isAfterLoss;
    if (!isAfterLoss) this.feed.reset();
    this.#client.start(this.#run);
  }

  /** From where it stands, or from a copy of the past, as long as nothing is missed in between. */
  #takeUpRun(goalMs: number): void {
    if (this.#run === null) return;
    this.#forgetQuestions();
    const { speed, timeMs } = this.actor.getSnapshot().context;
    // At the instant on show everything that travels is on show as well.
    this.#hopsFromMs = goalMs === timeMs ? goalMs : seenFromMs(goalMs, speed);
    this.#hops.forget();
    this.feed.reveal(goalMs);
    this.#client.resume(this.#run.script, Math.min(this.#hopsFromMs, this.feed.knownMs));
  }

  /** What was asked before will not be answered any more. */
  #forgetQuestions(): void {
    this.#questions.forget();
    this.#foresight.forgetQuestion();
    this.#unsent = [...this.#sent, ...this.#unsent];
    this.#sent = [];
  }

  #sendDue(): void {
    const snapshot = this.actor.getSnapshot();
    const isThere = isAtRest(snapshot) || modeOf(snapshot) === 'playing';
    if (this.#unsent.length === 0 || !isThere) return;
    for (const command of this.#unsent) this.#client.send(command);
    this.#sent.push(...this.#unsent);
    this.#unsent = [];
    if (!this.feed.isPlaying) this.#questions.askForPicture();
  }

  /** A command that was sent has become part of the run. */
  #adopt(applied: TimedCommand): void {
    const run = this.#run;
    if (run === null) return;
    this.#sent.shift();
    this.#run = { ...run, script: withCommand(run.script, applied) };
    this.#changeFrom(applied.atMs);
    for (const listener of this.#appliedListeners) listener(applied);
  }

  #changeFrom(timeMs: number): void {
    this.feed.changeFrom(timeMs);
    this.#foresight.changeFrom(Math.min(timeMs, this.feed.foretoldMs));
  }

  #show(frame: Frame): void {
    const snapshot = this.actor.getSnapshot();
    const { goalMs } = snapshot.context;
    if (!isSeeking(snapshot) || goalMs === null) this.feed.add(frame);
    else {
      this.#hops.gather(frame, this.#hopsFromMs);
      if (frame.timeMs >= goalMs) this.#arrive(this.#hops.shownIn(frame));
      else if (this.#isRecovering) this.feed.learn(frame);
      else this.feed.pass(withoutHops(frame));
    }
  }

  #arrive(frame: Frame): void {
    // What travelled on the picture that has stood meanwhile comes with the frame.
    if (this.#isRecovering) this.feed.leap(0);
    this.#isRecovering = false;
    this.feed.arrive(frame);
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
    this.#questions.follow();
    this.#foresight.follow();
    this.#sendDue();
  }
}

/** A frame of a stretch that is only passed through: nothing is seen travelling. */
function withoutHops(frame: Frame): Frame {
  return {
    ...frame,
    deployments: frame.deployments.map((own) => ({ ...own, hops: new Float64Array(0) })),
  };
}
