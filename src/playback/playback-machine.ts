/**
 * The mode of the player. `mode` is what the user sees and steers; `page` is
 * whether anyone can see it. Simulated time passes only while playing *and*
 * visible. The machine knows no clock and no worker: what is to be done about
 * a transition are named actions that `createPlayback` provides.
 */
import { assign, type SnapshotFrom, setup } from 'xstate';
import type { RunFailure } from '../simulation-worker/client';

export interface PlaybackContext {
  /** Simulated milliseconds per millisecond of the watcher, > 0. */
  speed: number;
  /** How far the run has come, simulated ms. */
  timeMs: number;
  /** The run ends here; `null` runs on without end. */
  durationMs: number | null;
  /** Whether the run starts to play as soon as it is loaded. */
  isAutoplay: boolean;
  /** The simulation does not keep up with the chosen speed: the simulated clock goes slower. */
  isBehind: boolean;
  failure: RunFailure | null;
}

export type PlaybackEvent =
  /** A run was chosen; `startRun` sets it going from time 0. */
  | { type: 'LOAD'; durationMs: number | null; isAutoplay: boolean }
  /** The worker has the run ready at time 0. */
  | { type: 'LOADED' }
  | { type: 'PLAY' }
  | { type: 'PAUSE' }
  | { type: 'TOGGLE' }
  /**
   * The same run again from time 0, after a failure in a fresh worker; goes on
   * playing if it was playing or had finished.
   */
  | { type: 'RESTART' }
  | { type: 'SET_SPEED'; speed: number }
  | { type: 'FRAME'; timeMs: number; isBehind: boolean }
  | { type: 'FAILED'; failure: RunFailure }
  | { type: 'HIDDEN' }
  | { type: 'VISIBLE' };

export const playbackMachine = setup({
  types: {
    context: {} as PlaybackContext,
    events: {} as PlaybackEvent,
  },
  actions: {
    /** Provided: starts the chosen run from time 0; answered by LOADED or FAILED. */
    startRun: () => {},
    adoptLoad: assign(({ context, event }) =>
      event.type === 'LOAD'
        ? { ...context, durationMs: event.durationMs, isAutoplay: event.isAutoplay }
        : {},
    ),
    adoptSpeed: assign(({ event }) => (event.type === 'SET_SPEED' ? { speed: event.speed } : {})),
    adoptFrame: assign(({ event }) =>
      event.type === 'FRAME' ? { timeMs: event.timeMs, isBehind: event.isBehind } : {},
    ),
    adoptFailure: assign(({ event }) =>
      event.type === 'FAILED' ? { failure: event.failure } : {},
    ),
    rewind: assign({ timeMs: 0, isBehind: false, failure: null }),
    wantPlaying: assign({ isAutoplay: true }),
    wantPaused: assign({ isAutoplay: false }),
    flipWanted: assign({ isAutoplay: ({ context }) => !context.isAutoplay }),
    catchUp: assign({ isBehind: false }),
  },
  guards: {
    isSpeed: ({ event }) =>
      event.type === 'SET_SPEED' && Number.isFinite(event.speed) && event.speed > 0,
    isAutoplay: ({ context }) => context.isAutoplay,
    isAtEnd: ({ context, event }) =>
      event.type === 'FRAME' && context.durationMs !== null && event.timeMs >= context.durationMs,
  },
}).createMachine({
  id: 'playback',
  type: 'parallel',
  context: {
    speed: 1,
    timeMs: 0,
    durationMs: null,
    isAutoplay: false,
    isBehind: false,
    failure: null,
  },
  on: {
    SET_SPEED: { guard: 'isSpeed', actions: 'adoptSpeed' },
  },
  states: {
    page: {
      initial: 'visible',
      states: {
        visible: { on: { HIDDEN: 'hidden' } },
        hidden: { on: { VISIBLE: 'visible' } },
      },
    },
    mode: {
      initial: 'empty',
      // Here and not at the root: to enter one region from the root would restart the other.
      on: { LOAD: { target: '.loading', actions: 'adoptLoad' } },
      states: {
        empty: {},
        loading: {
          entry: ['rewind', 'startRun'],
          on: {
            LOADED: [{ guard: 'isAutoplay', target: 'playing' }, { target: 'ready' }],
            FAILED: { target: 'failed', actions: 'adoptFailure' },
            PLAY: { actions: 'wantPlaying' },
            PAUSE: { actions: 'wantPaused' },
            TOGGLE: { actions: 'flipWanted' },
          },
        },
        ready: {
          on: {
            PLAY: 'playing',
            TOGGLE: 'playing',
            FRAME: { actions: 'adoptFrame' },
            RESTART: { target: 'loading', actions: 'wantPaused' },
            FAILED: { target: 'failed', actions: 'adoptFailure' },
          },
        },
        playing: {
          on: {
            PAUSE: 'paused',
            TOGGLE: 'paused',
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: 'adoptFrame' },
              { actions: 'adoptFrame' },
            ],
            RESTART: { target: 'loading', actions: 'wantPlaying' },
            FAILED: { target: 'failed', actions: ['wantPlaying', 'adoptFailure'] },
          },
          exit: 'catchUp',
        },
        paused: {
          on: {
            PLAY: 'playing',
            TOGGLE: 'playing',
            // The answer to what was asked before the pause, or to a command during it.
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'catchUp'] },
              { actions: ['adoptFrame', 'catchUp'] },
            ],
            RESTART: { target: 'loading', actions: 'wantPaused' },
            FAILED: { target: 'failed', actions: ['wantPaused', 'adoptFailure'] },
          },
        },
        finished: {
          on: {
            PLAY: { target: 'loading', actions: 'wantPlaying' },
            TOGGLE: { target: 'loading', actions: 'wantPlaying' },
            RESTART: { target: 'loading', actions: 'wantPlaying' },
            FRAME: { actions: ['adoptFrame', 'catchUp'] },
            FAILED: { target: 'failed', actions: ['wantPaused', 'adoptFailure'] },
          },
        },
        failed: {
          on: { RESTART: 'loading' },
        },
      },
    },
  },
});

export type PlaybackSnapshot = SnapshotFrom<typeof playbackMachine>;

export type PlaybackMode = PlaybackSnapshot['value']['mode'];

export function modeOf(snapshot: PlaybackSnapshot): PlaybackMode {
  return snapshot.value.mode;
}

/** Whether simulated time is to pass: playing, and somebody can see it. */
export function isRunning(snapshot: PlaybackSnapshot): boolean {
  return snapshot.value.mode === 'playing' && snapshot.value.page === 'visible';
}
