/**
 * The mode of the player. `mode` is what the user sees and steers; `page` is
 * whether anyone can see it. Simulated time passes only while playing *and*
 * visible; seeking goes through it as fast as can be. The machine knows no
 * clock and no worker: what is to be done about a transition are named actions
 * that `createPlayback` provides.
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
  /** Playing pauses by itself at this instant, simulated ms; `null` plays on. */
  stopAtMs: number | null;
  /** Where seeking leads, simulated ms; `null` while nothing is sought. */
  goalMs: number | null;
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
  /** Plays up to an instant ahead and pauses there. */
  | { type: 'PLAY_TO'; toMs: number }
  /** Goes to an instant as fast as can be and pauses there; one that has passed by way of `startRun`. */
  | { type: 'SEEK'; toMs: number }
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
    /** Provided: starts the chosen run, at `goalMs` or before; answered by LOADED or FAILED. */
    startRun: () => {},
    adoptLoad: assign(({ context, event }) =>
      event.type === 'LOAD'
        ? {
            ...context,
            durationMs: event.durationMs,
            isAutoplay: event.isAutoplay,
            stopAtMs: null,
            goalMs: null,
          }
        : {},
    ),
    adoptStop: assign(({ event }) => (event.type === 'PLAY_TO' ? { stopAtMs: event.toMs } : {})),
    adoptGoal: assign(({ context, event }) =>
      event.type === 'SEEK'
        ? {
            goalMs: Math.max(0, Math.min(event.toMs, context.durationMs ?? event.toMs)),
            stopAtMs: null,
          }
        : {},
    ),
    forgetStops: assign({ stopAtMs: null, goalMs: null }),
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
    isSought: ({ context }) => context.goalMs !== null,
    isAhead: ({ context, event }) => event.type === 'PLAY_TO' && event.toMs > context.timeMs,
    isBehindUs: ({ context, event }) => event.type === 'SEEK' && event.toMs < context.timeMs,
    isAtStop: ({ context, event }) =>
      event.type === 'FRAME' && context.stopAtMs !== null && event.timeMs >= context.stopAtMs,
    isAtGoal: ({ context, event }) =>
      event.type === 'FRAME' && context.goalMs !== null && event.timeMs >= context.goalMs,
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
    stopAtMs: null,
    goalMs: null,
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
            LOADED: [
              { guard: 'isSought', target: 'seeking' },
              { guard: 'isAutoplay', target: 'playing' },
              { target: 'ready' },
            ],
            FAILED: { target: 'failed', actions: 'adoptFailure' },
            SEEK: { actions: 'adoptGoal' },
            PLAY_TO: { actions: ['adoptStop', 'wantPlaying'] },
            PLAY: { actions: 'wantPlaying' },
            PAUSE: { actions: 'wantPaused' },
            TOGGLE: { actions: 'flipWanted' },
          },
        },
        ready: {
          on: {
            PLAY: 'playing',
            PLAY_TO: { guard: 'isAhead', target: 'playing', actions: 'adoptStop' },
            TOGGLE: 'playing',
            SEEK: [
              { guard: 'isBehindUs', target: 'loading', actions: 'adoptGoal' },
              { target: 'seeking', actions: 'adoptGoal' },
            ],
            FRAME: { actions: 'adoptFrame' },
            RESTART: { target: 'loading', actions: ['wantPaused', 'forgetStops'] },
            FAILED: { target: 'failed', actions: 'adoptFailure' },
          },
        },
        playing: {
          on: {
            PAUSE: 'paused',
            TOGGLE: 'paused',
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'forgetStops'] },
              { guard: 'isAtStop', target: 'paused', actions: ['adoptFrame', 'forgetStops'] },
              { actions: 'adoptFrame' },
            ],
            PLAY_TO: { guard: 'isAhead', actions: 'adoptStop' },
            SEEK: [
              { guard: 'isBehindUs', target: 'loading', actions: 'adoptGoal' },
              { target: 'seeking', actions: 'adoptGoal' },
            ],
            RESTART: { target: 'loading', actions: ['wantPlaying', 'forgetStops'] },
            FAILED: { target: 'failed', actions: ['wantPlaying', 'adoptFailure'] },
          },
          exit: 'catchUp',
        },
        paused: {
          on: {
            PLAY: 'playing',
            PLAY_TO: { guard: 'isAhead', target: 'playing', actions: 'adoptStop' },
            TOGGLE: 'playing',
            SEEK: [
              { guard: 'isBehindUs', target: 'loading', actions: 'adoptGoal' },
              { target: 'seeking', actions: 'adoptGoal' },
            ],
            // The answer to what was asked before the pause, or to a command during it.
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'catchUp'] },
              { actions: ['adoptFrame', 'catchUp'] },
            ],
            RESTART: { target: 'loading', actions: ['wantPaused', 'forgetStops'] },
            FAILED: { target: 'failed', actions: ['wantPaused', 'adoptFailure'] },
          },
        },
        seeking: {
          on: {
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'forgetStops'] },
              { guard: 'isAtGoal', target: 'paused', actions: ['adoptFrame', 'forgetStops'] },
              { actions: 'adoptFrame' },
            ],
            SEEK: [
              { guard: 'isBehindUs', target: 'loading', actions: 'adoptGoal' },
              { actions: 'adoptGoal' },
            ],
            PLAY_TO: {
              guard: 'isAhead',
              target: 'playing',
              actions: ['forgetStops', 'adoptStop'],
            },
            RESTART: { target: 'loading', actions: ['wantPaused', 'forgetStops'] },
            FAILED: { target: 'failed', actions: ['wantPaused', 'forgetStops', 'adoptFailure'] },
          },
          exit: 'catchUp',
        },
        finished: {
          on: {
            SEEK: [
              { guard: 'isBehindUs', target: 'loading', actions: 'adoptGoal' },
              { target: 'seeking', actions: 'adoptGoal' },
            ],
            PLAY: { target: 'loading', actions: 'wantPlaying' },
            TOGGLE: { target: 'loading', actions: 'wantPlaying' },
            RESTART: { target: 'loading', actions: ['wantPlaying', 'forgetStops'] },
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

/** Whether the run is on its way to an instant, and somebody waits for it. */
export function isSeeking(snapshot: PlaybackSnapshot): boolean {
  return snapshot.value.mode === 'seeking' && snapshot.value.page === 'visible';
}

/** Whether simulated time is to pass: playing, and somebody can see it. */
export function isRunning(snapshot: PlaybackSnapshot): boolean {
  return snapshot.value.mode === 'playing' && snapshot.value.page === 'visible';
}
