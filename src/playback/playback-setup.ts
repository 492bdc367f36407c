/** What the player's machine knows, hears of, does and asks itself; `playback-machine` says when. */
import { assign, setup } from 'xstate';
import type { RunFailure } from '../simulation-worker/client';
import { isMarked, type LoopStretch, loopEndMs, stretchWithin } from './loop-stretch';

/** A run that broke off and went on in a fresh worker. */
export interface Loss {
  /** Where the run was shown when it broke off, simulated ms. */
  timeMs: number;
  /** Where the break itself is known to lie, simulated ms. */
  placeMs: number;
}

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
  /** The break that the run was last taken up after; `null` while it has not broken off. */
  loss: Loss | null;
  /** Playing goes back to the beginning of the stretch when it has come to its end. */
  isLooping: boolean;
  stretch: LoopStretch;
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
  /** Goes to an instant, past or future, as fast as can be, and rests or plays on there. */
  | { type: 'SEEK'; toMs: number; isAutoplay: boolean }
  /** Something else happens in the run: it is taken up again, and goes on as before at this instant. */
  | { type: 'CHANGE' }
  | { type: 'SET_SPEED'; speed: number }
  | { type: 'SET_LOOP'; isLooping: boolean }
  /** Another stretch; marks mean that it is to be looped, the whole run that it is not. */
  | { type: 'MARK_LOOP'; stretch: LoopStretch }
  | { type: 'FRAME'; timeMs: number; isBehind: boolean }
  | { type: 'FAILED'; failure: RunFailure }
  | { type: 'HIDDEN' }
  | { type: 'VISIBLE' };

export const playbackSetup = setup({
  types: {
    context: {} as PlaybackContext,
    events: {} as PlaybackEvent,
  },
  actions: {
    /** Provided: starts the chosen run; answered by LOADED or FAILED. */
    startRun: () => {},
    /** Provided: lets the run under way go on at `goalMs` or before. */
    takeUpRun: () => {},
    adoptLoad: assign(({ context, event }) =>
      event.type === 'LOAD'
        ? {
            durationMs: event.durationMs,
            isAutoplay: event.isAutoplay,
            stretch: stretchWithin(context.stretch, event.durationMs),
            stopAtMs: null,
            loss: null,
            goalMs: event.startAtMs > 0 ? withinRun(event.startAtMs, event.durationMs) : null,
          }
        : {},
    ),
    adoptStop: assign(({ event }) => (event.type === 'PLAY_TO' ? { stopAtMs: event.toMs } : {})),
    adoptGoal: assign(({ context, event }) =>
      event.type === 'SEEK' || event.type === 'PLAY_TO'
        ? {
            goalMs: withinRun(event.toMs, context.durationMs),
            stopAtMs: null,
            isAutoplay: event.type === 'SEEK' && event.isAutoplay,
          }
        : {},
    ),
    aimAtStart: assign({ goalMs: 0, stopAtMs: null }),
    aimAtLoopStart: assign({
      goalMs: ({ context }) => context.stretch.fromMs ?? 0,
      stopAtMs: null,
    }),
    stayHere: assign({ goalMs: ({ context }) => context.goalMs ?? context.timeMs }),
    forgetGoal: assign({ goalMs: null }),
    forgetStops: assign({ stopAtMs: null, goalMs: null }),
    adoptSpeed: assign(({ event }) => (event.type === 'SET_SPEED' ? { speed: event.speed } : {})),
    adoptLoop: assign(({ event }) =>
      event.type === 'SET_LOOP' ? { isLooping: event.isLooping } : {},
    ),
    adoptStretch: assign(({ context, event }) => {
      if (event.type !== 'MARK_LOOP') return {};
      const stretch = stretchWithin(event.stretch, context.durationMs);
      return { stretch, isLooping: isMarked(stretch) };
    }),
    /** The run is to be taken up again where it was, or was going. */
    noteLoss: assign(({ context, event }) => {
      if (event.type !== 'FAILED') return {};
      const timeMs = context.goalMs ?? context.timeMs;
      return { goalMs: timeMs, loss: { timeMs, placeMs: placeOf(event.failure, timeMs) } };
    }),
    forgetLoss: assign({ loss: null }),
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
    /** Once is bad luck. Twice at the same place is the run's own doing. */
    isNewLoss: ({ context, event }) => {
      if (event.type !== 'FAILED') return false;
      const { loss, goalMs, timeMs } = context;
      const placeMs = placeOf(event.failure, goalMs ?? timeMs);
      return loss === null || Math.abs(placeMs - loss.placeMs) > samePlaceMs;
    },
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
    /** Whoever went beyond the end by themselves plays on there. */
    isAtEndOfLoop: ({ context, event }) => {
      const endMs = loopEndMs(context);
      return event.type === 'FRAME' && context.timeMs <= endMs && event.timeMs >= endMs;
    },
    isAtEnd: ({ context, event }) =>
      event.type === 'FRAME' && context.durationMs !== null && event.timeMs >= context.durationMs,
  },
});

/** Breaks no further apart than this are at the same place, simulated ms. */
const samePlaceMs = 1000;

/** A broken rule has a place in the run; a worker that died has only what was seen of it last. */
function placeOf(failure: RunFailure, timeMs: number): number {
  return failure.seed === null ? timeMs : failure.atMs;
}

function withinRun(timeMs: number, durationMs: number | null): number {
  return Math.max(0, Math.min(timeMs, durationMs ?? timeMs));
}
