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
  /** Whether the run plays as soon as it is loaded, or has come to where seeking leads. */
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
  /** A run was chosen; `startRun` sets it going from time 0, and it is shown at `startAtMs`. */
  | { type: 'LOAD'; durationMs: number | null; isAutoplay: boolean; startAtMs: number }
  /** The worker has the run ready at time 0. */
  | { type: 'LOADED' }
  | { type: 'PLAY' }
  | { type: 'PAUSE' }
  | { type: 'TOGGLE' }
  /**
   * Back to time 0, after a failure in a fresh worker; goes on playing if it was
   * playing or had finished.
   */
  | { type: 'RESTART' }
  /** Plays up to an instant ahead and pauses there. */
  | { type: 'PLAY_TO'; toMs: number }
  /** Goes to an instant, past or future, as fast as can be and pauses there. */
  | { type: 'SEEK'; toMs: number }
  /** Something else happens in the run: it is taken up again, and goes on as before at this instant. */
  | { type: 'CHANGE' }
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
    /** Provided: starts the chosen run; answered by LOADED or FAILED. */
    startRun: () => {},
    /** Provided: lets the run under way go on at `goalMs` or before. */
    takeUpRun: () => {},
    adoptLoad: assign(({ event }) =>
      event.type === 'LOAD'
        ? {
            durationMs: event.durationMs,
            isAutoplay: event.isAutoplay,
            stopAtMs: null,
            goalMs: event.startAtMs > 0 ? withinRun(event.startAtMs, event.durationMs) : null,
          }
        : {},
    ),
    adoptStop: assign(({ event }) => (event.type === 'PLAY_TO' ? { stopAtMs: event.toMs } : {})),
    adoptGoal: assign(({ context, event }) =>
      event.type === 'SEEK' || event.type === 'PLAY_TO'
        ? { goalMs: withinRun(event.toMs, context.durationMs), stopAtMs: null, isAutoplay: false }
        : {},
    ),
    aimAtStart: assign({ goalMs: 0, stopAtMs: null }),
    stayHere: assign({ goalMs: ({ context }) => context.goalMs ?? context.timeMs }),
    forgetGoal: assign({ goalMs: null }),
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
    isBeyondGoal: ({ context, event }) =>
      event.type === 'PLAY_TO' && event.toMs > (context.goalMs ?? context.timeMs),
    isAtStop: ({ context, event }) =>
      event.type === 'FRAME' && context.stopAtMs !== null && event.timeMs >= context.stopAtMs,
    isAtGoal: ({ context, event }) =>
      event.type === 'FRAME' && context.goalMs !== null && event.timeMs >= context.goalMs,
    isAtGoalToPlay: ({ context, event }) =>
      event.type === 'FRAME' &&
      context.isAutoplay &&
      context.goalMs !== null &&
      event.timeMs >= context.goalMs,
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
            CHANGE: { target: 'loading', reenter: true },
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
            SEEK: { target: 'seeking', actions: 'adoptGoal' },
            CHANGE: { target: 'seeking', actions: ['wantPaused', 'stayHere'] },
            FRAME: { actions: 'adoptFrame' },
            RESTART: { target: 'seeking', actions: ['wantPaused', 'aimAtStart'] },
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
            SEEK: { target: 'seeking', actions: 'adoptGoal' },
            CHANGE: { target: 'seeking', actions: ['wantPlaying', 'stayHere'] },
            RESTART: { target: 'seeking', actions: ['wantPlaying', 'aimAtStart'] },
            FAILED: { target: 'failed', actions: ['wantPlaying', 'adoptFailure'] },
          },
          exit: 'catchUp',
        },
        paused: {
          on: {
            PLAY: 'playing',
            PLAY_TO: { guard: 'isAhead', target: 'playing', actions: 'adoptStop' },
            TOGGLE: 'playing',
            SEEK: { target: 'seeking', actions: 'adoptGoal' },
            CHANGE: { target: 'seeking', actions: ['wantPaused', 'stayHere'] },
            // The answer to what was asked before the pause, or to a command during it.
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'catchUp'] },
              { actions: ['adoptFrame', 'catchUp'] },
            ],
            RESTART: { target: 'seeking', actions: ['wantPaused', 'aimAtStart'] },
            FAILED: { target: 'failed', actions: ['wantPaused', 'adoptFailure'] },
          },
        },
        seeking: {
          entry: 'takeUpRun',
          on: {
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'forgetStops'] },
              {
                guard: 'isAtGoalToPlay',
                target: 'playing',
                actions: ['adoptFrame', 'forgetGoal'],
              },
              { guard: 'isAtGoal', target: 'paused', actions: ['adoptFrame', 'forgetGoal'] },
              { actions: 'adoptFrame' },
            ],
            SEEK: { target: 'seeking', reenter: true, actions: 'adoptGoal' },
            CHANGE: { target: 'seeking', reenter: true },
            PLAY: { actions: 'wantPlaying' },
            PAUSE: { actions: 'wantPaused' },
            TOGGLE: { actions: 'flipWanted' },
            PLAY_TO: [
              { guard: 'isBeyondGoal', actions: ['adoptStop', 'wantPlaying'] },
              { target: 'seeking', reenter: true, actions: 'adoptGoal' },
            ],
            RESTART: { target: 'seeking', reenter: true, actions: 'aimAtStart' },
            FAILED: { target: 'failed', actions: ['forgetStops', 'adoptFailure'] },
          },
          exit: 'catchUp',
        },
        finished: {
          on: {
            SEEK: { target: 'seeking', actions: 'adoptGoal' },
            CHANGE: { target: 'seeking', actions: ['wantPaused', 'stayHere'] },
            PLAY: { target: 'seeking', actions: ['wantPlaying', 'aimAtStart'] },
            TOGGLE: { target: 'seeking', actions: ['wantPlaying', 'aimAtStart'] },
            RESTART: { target: 'seeking', actions: ['wantPlaying', 'aimAtStart'] },
            FRAME: { actions: ['adoptFrame', 'catchUp'] },
            FAILED: { target: 'failed', actions: ['wantPaused', 'adoptFailure'] },
          },
        },
        failed: {
          on: {
            RESTART: { target: 'loading', actions: 'forgetStops' },
            CHANGE: { target: 'loading', actions: 'stayHere' },
          },
        },
      },
    },
  },
});

function withinRun(timeMs: number, durationMs: number | null): number {
  return Math.max(0, Math.min(timeMs, durationMs ?? timeMs));
}

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
