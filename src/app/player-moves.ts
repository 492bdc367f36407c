/** What keys do with the run, as in video players: one list for the keys themselves, the palette and the sheet. */
import { type LoopEnd, wholeRun, withMark } from '../playback/loop-stretch';
import { timeDomain } from '../timeline/time-domain';
import type { RunControl } from './run-control';

export type MoveId =
  | 'second.back'
  | 'second.on'
  | 'seconds.back'
  | 'seconds.on'
  | 'event.back'
  | 'event.on'
  | 'request.back'
  | 'request.on'
  | 'start'
  | 'end'
  | 'loop'
  | 'loop.from'
  | 'loop.to'
  | 'loop.clear';

export interface PlayerMove {
  readonly id: MoveId;
  /** As `KeyboardEvent.key` names it; with Shift by `code`, because Shift makes another sign of it. */
  readonly key: string;
  readonly isShifted: boolean;
  move(run: RunControl): void;
}

const secondMs = 1000;

export const playerMoves: readonly PlayerMove[] = [
  { id: 'second.back', key: 'ArrowLeft', isShifted: false, move: by(-secondMs) },
  { id: 'second.on', key: 'ArrowRight', isShifted: false, move: by(secondMs) },
  { id: 'seconds.back', key: 'ArrowLeft', isShifted: true, move: by(-10 * secondMs) },
  { id: 'seconds.on', key: 'ArrowRight', isShifted: true, move: by(10 * secondMs) },
  {
    id: 'event.back',
    key: ',',
    isShifted: false,
    move: ({ playback }) => playback.step('event', true),
  },
  {
    id: 'event.on',
    key: '.',
    isShifted: false,
    move: ({ playback }) => playback.step('event', false),
  },
  {
    id: 'request.back',
    key: 'Comma',
    isShifted: true,
    move: ({ playback }) => playback.step('request', true),
  },
  {
    id: 'request.on',
    key: 'Period',
    isShifted: true,
    move: ({ playback }) => playback.step('request', false),
  },
  { id: 'start', key: 'Home', isShifted: false, move: (run) => goTo(run, 0) },
  { id: 'end', key: 'End', isShifted: false, move: (run) => goTo(run, endMs(run)) },
  { id: 'loop', key: 'l', isShifted: false, move: toggleLoop },
  // As editors of films have it; square brackets are out of reach on many keyboards.
  { id: 'loop.from', key: 'i', isShifted: false, move: markHere('fromMs') },
  { id: 'loop.to', key: 'o', isShifted: false, move: markHere('toMs') },
  {
    id: 'loop.clear',
    key: 'KeyL',
    isShifted: true,
    move: ({ playback }) => playback.markLoop(wholeRun),
  },
];

/** The digits go to tenths of what the chart shows. */
export function goToTenth(run: RunControl, tenth: number): void {
  const { timeMs, durationMs, speed } = contextOf(run);
  const { fromMs, toMs } = timeDomain(timeMs, durationMs, speed);
  goTo(run, fromMs + ((toMs - fromMs) * tenth) / 10);
}

/** The move that a key stands for; `null` where it stands for none. */
export function moveOfKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>,
): ((run: RunControl) => void) | null {
  const found = playerMoves.find(
    ({ key, isShifted }) =>
      isShifted === event.shiftKey && (event.key === key || (isShifted && event.code === key)),
  );
  if (found !== undefined) return found.move;
  return /^\d$/.test(event.key) ? (run) => goToTenth(run, Number(event.key)) : null;
}

function contextOf({ playback }: RunControl) {
  return playback.actor.getSnapshot().context;
}

function goTo(run: RunControl, timeMs: number): void {
  run.seek(timeMs, { keepsPlaying: true });
}

function by(ms: number) {
  return (run: RunControl): void => {
    const { goalMs, timeMs } = contextOf(run);
    goTo(run, Math.max(0, (goalMs ?? timeMs) + ms));
  };
}

/** A run without an end ends for now where it has been seen. */
function endMs(run: RunControl): number {
  return contextOf(run).durationMs ?? run.playback.feed.knownMs;
}

function markHere(end: LoopEnd) {
  return (run: RunControl): void => {
    const { goalMs, timeMs, stretch } = contextOf(run);
    run.playback.markLoop(withMark(stretch, end, goalMs ?? timeMs));
  };
}

function toggleLoop({ playback }: RunControl): void {
  playback.setLooping(!playback.actor.getSnapshot().context.isLooping);
}
