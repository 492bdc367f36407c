/**
 * The mode of the player. `mode` is what the user sees and steers; `page` is
 * whether anyone can see it. Simulated time passes only while playing *and*
 * visible; seeking goes through it as fast as can be. The machine knows no
 * clock and no worker: what is to be done about a transition are named actions
 * that `createPlayback` provides.
 */
import type { SnapshotFrom } from 'xstate';
import { wholeRun } from './loop-stretch';
import { playbackSetup } from './playback-setup';

/** Once it is taken up again in a fresh worker; twice at the same place it is not. */
const broken = [
  { guard: 'isNewLoss', target: 'loading', reenter: true, actions: 'noteLoss' },
  { target: 'failed', actions: 'adoptFailure' },
] as const;

/** What leads elsewhere from wherever a run stands or plays; it then rests or plays on as it did. */
const ways = {
  SEEK: { target: 'seeking', actions: 'adoptGoal' },
  CHANGE: { target: 'seeking', actions: 'stayHere' },
  RESTART: { target: 'seeking', actions: 'aimAtStart' },
  FAILED: broken,
} as const;

/** What is played to, or at once, from where a run rests. */
const starts = {
  PLAY: 'playing',
  PLAY_TO: { guard: 'isAhead', target: 'playing', actions: 'adoptStop' },
  TOGGLE: 'playing',
} as const;

/** What is wanted of a run that is still on its way. */
const wishes = {
  PLAY: { actions: 'wantPlaying' },
  PAUSE: { actions: 'wantPaused' },
  TOGGLE: { actions: 'flipWanted' },
} as const;

/** What has come to its end plays from the start. */
const again = { target: 'seeking', actions: ['wantPlaying', 'aimAtStart'] } as const;

export const playbackMachine = playbackSetup.createMachine({
  id: 'playback',
  type: 'parallel',
  context: {
    speed: 1,
    timeMs: 0,
    durationMs: null,
    isAutoplay: false,
    isBehind: false,
    failure: null,
    loss: null,
    isLooping: false,
    stretch: wholeRun,
    stopAtMs: null,
    goalMs: null,
  },
  on: {
    SET_SPEED: { guard: 'isSpeed', actions: 'adoptSpeed' },
    SET_LOOP: { actions: 'adoptLoop' },
    MARK_LOOP: { actions: 'adoptStretch' },
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
            ...wishes,
            LOADED: [
              { guard: 'isSought', target: 'seeking' },
              { guard: 'isAutoplay', target: 'playing' },
              { target: 'ready' },
            ],
            FAILED: broken,
            SEEK: { actions: 'adoptGoal' },
            CHANGE: { target: 'loading', reenter: true },
            PLAY_TO: { actions: ['adoptStop', 'wantPlaying'] },
          },
        },
        ready: {
          entry: 'wantPaused',
          on: { ...ways, ...starts, FRAME: { actions: 'adoptFrame' } },
        },
        playing: {
          entry: 'wantPlaying',
          on: {
            ...ways,
            PAUSE: 'paused',
            TOGGLE: 'paused',
            PLAY_TO: { guard: 'isAhead', actions: 'adoptStop' },
            FRAME: [
              {
                guard: 'isAtEndOfLoop',
                target: 'seeking',
                actions: ['adoptFrame', 'aimAtLoopStart'],
              },
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'forgetStops'] },
              { guard: 'isAtStop', target: 'paused', actions: ['adoptFrame', 'forgetStops'] },
              { actions: 'adoptFrame' },
            ],
          },
          exit: 'catchUp',
        },
        paused: {
          entry: 'wantPaused',
          on: {
            ...ways,
            ...starts,
            // The answer to what was asked before the pause, or to a command during it.
            FRAME: [
              { guard: 'isAtEnd', target: 'finished', actions: ['adoptFrame', 'catchUp'] },
              { actions: ['adoptFrame', 'catchUp'] },
            ],
          },
        },
        seeking: {
          entry: 'takeUpRun',
          on: {
            ...wishes,
            SEEK: { target: 'seeking', reenter: true, actions: 'adoptGoal' },
            CHANGE: { target: 'seeking', reenter: true },
            RESTART: { target: 'seeking', reenter: true, actions: 'aimAtStart' },
            FAILED: broken,
            PLAY_TO: [
              { guard: 'isBeyondGoal', actions: ['adoptStop', 'wantPlaying'] },
              { target: 'seeking', reenter: true, actions: 'adoptGoal' },
            ],
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
          },
          exit: 'catchUp',
        },
        finished: {
          entry: 'wantPaused',
          on: {
            ...ways,
            PLAY: again,
            TOGGLE: again,
            RESTART: again,
            FRAME: { actions: ['adoptFrame', 'catchUp'] },
          },
        },
        failed: {
          on: {
            RESTART: { target: 'loading', actions: ['forgetStops', 'forgetLoss'] },
            CHANGE: { target: 'loading', actions: ['stayHere', 'forgetLoss'] },
          },
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

/** Whether anybody can see the page. */
export function isSeen(snapshot: PlaybackSnapshot): boolean {
  return snapshot.value.page === 'visible';
}

/** Whether the run is on its way to an instant, and somebody waits for it. */
export function isSeeking(snapshot: PlaybackSnapshot): boolean {
  return snapshot.value.mode === 'seeking' && isSeen(snapshot);
}

/** Whether simulated time is to pass: playing, and somebody can see it. */
export function isRunning(snapshot: PlaybackSnapshot): boolean {
  return snapshot.value.mode === 'playing' && isSeen(snapshot);
}

/** Whether there is a run, and it has not broken off. */
export function canPlay(snapshot: PlaybackSnapshot): boolean {
  const mode = modeOf(snapshot);
  return mode !== 'empty' && mode !== 'failed';
}

/** Whether the run is being loaded, or on its way to an instant. */
function isOnItsWay(snapshot: PlaybackSnapshot): boolean {
  const mode = modeOf(snapshot);
  return mode === 'loading' || mode === 'seeking';
}

/** Whether a run is made ready that is to be shown at its beginning. */
export function isSettingUp(snapshot: PlaybackSnapshot): boolean {
  return modeOf(snapshot) === 'loading' && snapshot.context.goalMs === null;
}

/** Whether the run stands at an instant and nothing is under way. */
export function isAtRest(snapshot: PlaybackSnapshot): boolean {
  const mode = modeOf(snapshot);
  return mode === 'ready' || mode === 'paused' || mode === 'finished';
}

/** Whether it plays, seen or not, or will as soon as it is where it is going. */
export function isMeantToPlay(snapshot: PlaybackSnapshot): boolean {
  const { isAutoplay } = snapshot.context;
  return modeOf(snapshot) === 'playing' || (isAutoplay && isOnItsWay(snapshot));
}
