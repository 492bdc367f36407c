/** The player as everybody else sees it. */
import type { Actor } from 'xstate';
import type { Command, TimedCommand } from '../simulation/command';
import type { Script } from '../simulation/script';
import type { UnitMoment, UnitVisit } from '../simulation/unit-visit';
import { SimulationClient } from '../simulation-worker/client';
import type { Occasion, RunRequest } from '../simulation-worker/protocol';
import type { LoopStretch } from './loop-stretch';
import type { playbackMachine } from './playback-machine';
import { PlayerWiring } from './player-wiring';
import type { RunFeed } from './run-feed';
import { pageWatcher, type Watcher } from './watcher';

export interface LoadOptions {
  /** Simulated ms at which the run ends; `null` (default) runs on without end. */
  durationMs?: number | null;
  /** Where the run is shown first, simulated ms. Default 0. */
  startAtMs?: number;
  /** Starts to play as soon as it is loaded and there. Default false. */
  autoplay?: boolean;
  /** Instants at which the feed keeps a frame (`marked`), simulated ms; the run steps on each of them. */
  marksMs?: readonly number[];
}

export interface SeekOptions {
  /** A run that plays goes on playing from there. Default false. */
  keepsPlaying?: boolean;
}

export interface ForesightWish {
  /** In a run that plays as well, whose own time comes first. Default false. */
  whilePlaying?: boolean;
}

export interface PlaybackOptions {
  client?: SimulationClient;
  watcher?: Watcher;
}

/**
 * Who was at a unit at an instant that has been shown; the run stays where it
 * is. `null` when it goes on elsewhere before that is known.
 */
export type VisitsAt = (moment: UnitMoment) => Promise<readonly UnitVisit[] | null>;

export type PlaybackActor = Actor<typeof playbackMachine>;

export interface Playback {
  readonly actor: PlaybackActor;
  readonly feed: RunFeed;
  /** Starts `run` in place of the present one. */
  load(run: RunRequest, options?: LoadOptions): void;
  play(): void;
  pause(): void;
  toggle(): void;
  /** Back to time 0, also after a failure. */
  restart(): void;
  /** Plays up to an instant ahead and pauses there; ignored where it lies behind. */
  playTo(timeMs: number): void;
  /**
   * Goes to an instant, past or future, without showing what lies between, and
   * pauses there, or plays on if it was playing and that is asked for.
   */
  seek(timeMs: number, options?: SeekOptions): void;
  /** Pauses and goes to the next instant at which it happens in a deployment, or to the last one before. */
  step(occasion: Occasion, isBack: boolean): void;
  /**
   * Another script for the present run, which stays at its instant and goes on
   * playing if it was. What comes before the first difference stays as it was.
   * Commands that have been sent and have not taken effect yet count as given up.
   */
  changeScript(script: Script): void;
  /**
   * Has the run worked out up to an instant while it rests and is seen, since somebody may soon seek within
   * it; `null`: nobody may any more, the default. Nothing of it is told before somebody goes there.
   */
  foresee(toMs: number | null, wish?: ForesightWish): void;
  readonly visitsAt: VisitsAt;
  /** Simulated ms per ms of the watcher; anything but a number > 0 is ignored. */
  setSpeed(speed: number): void;
  /** Whether the stretch plays again from its beginning when it has come to its end. Default false. */
  setLooping(isLooping: boolean): void;
  /** Which stretch is looped; marks start the loop, without any it ends. Default the whole run. */
  markLoop(stretch: LoopStretch): void;
  /**
   * Takes effect at the present instant and belongs to the run's script from
   * then on; while paused, the picture shows it at once.
   */
  send(command: Command): void;
  /** Calls with every command that was sent, once it has taken effect; returns the way out. */
  onApplied(listener: (applied: TimedCommand) => void): () => void;
  /** An embed scrolled out of sight counts as hidden. Default true. */
  setOnScreen(isOnScreen: boolean): void;
  /** Ends worker, machine and subscriptions. */
  dispose(): void;
}

export function createPlayback(options: PlaybackOptions = {}): Playback {
  return new PlayerWiring(options.client ?? new SimulationClient(), options.watcher ?? pageWatcher);
}
