/**
 * Copies of a run at instants of its course, from time 0 on, as near to each
 * other as the work between them allows: to reach any instant costs no more
 * than a stretch. When they take too much memory, every second one goes and the
 * next ones come half as often.
 */
import type { Script } from '../simulation/script';
import type { SimulationCopy } from './hosted-run';

/** Events between two checkpoints at first: some milliseconds of work. */
const firstSpacingEvents = 8192;

/** Events for each KiB of a copy, which take longer than to make it: large ones lie further apart. */
const spacingEventsPerKB = 40;

/** Together they take as much memory at most. */
export const roomBytes = 48 * 2 ** 20;

/** Where a run stands: the instant, and how many entries of its script have taken effect. */
export interface RunPosition {
  timeMs: number;
  appliedCount: number;
}

/** One copy per deployment, all of the same instant. */
export interface RunCheckpoint extends RunPosition {
  /** Handled so far, in all deployments together. */
  events: number;
  copies: readonly SimulationCopy[];
  bytes: number;
}

export class Checkpoints {
  #kept: RunCheckpoint[] = [];
  #spacingEvents = firstSpacingEvents;

  /** Whether a run that has handled so many events is far enough beyond the last one. */
  isDue(events: number): boolean {
    const last = this.#kept.at(-1);
    if (last === undefined) return true;
    return events >= last.events + this.#spacingAfter(last);
  }

  #spacingAfter({ bytes }: RunCheckpoint): number {
    return Math.max(this.#spacingEvents, (bytes / 1024) * spacingEventsPerKB);
  }

  add(checkpoint: RunCheckpoint): void {
    this.#kept.push(checkpoint);
    const bytes = this.#kept.reduce((sum, kept) => sum + kept.bytes, 0);
    if (bytes < roomBytes) return;
    // The one of time 0 stays.
    this.#kept = this.#kept.filter((_kept, index) => index % 2 === 0);
    this.#spacingEvents = 2 * this.#spacingAfter(checkpoint);
  }

  /** Forgets those that the run does not come by under a script of which so much is as before. */
  adopt(script: Script, sameCount: number): void {
    this.#kept = this.#kept.filter((kept) => isOnTheWay(kept, script, sameCount));
  }

  /** Forgets those after an instant, where the run takes another course. */
  forgetAfter(timeMs: number): void {
    this.#kept = this.#kept.filter((kept) => kept.timeMs <= timeMs);
  }

  /** The last one before `timeMs`, and not at it; `null` where there is none. */
  strictlyBefore(timeMs: number): RunCheckpoint | null {
    return this.#kept.findLast((kept) => kept.timeMs < timeMs) ?? null;
  }

  /** The last one at or before `timeMs`; `null` where there is none. */
  before(timeMs: number): RunCheckpoint | null {
    return this.#kept.findLast((kept) => kept.timeMs <= timeMs) ?? null;
  }
}

/** Whether the run comes by a position under another script as well, of which `sameCount` entries are as before. */
export function isOnTheWay(position: RunPosition, script: Script, sameCount: number): boolean {
  const { timeMs, appliedCount } = position;
  const next = script[appliedCount];
  return appliedCount <= sameCount && (next === undefined || next.atMs >= timeMs);
}
