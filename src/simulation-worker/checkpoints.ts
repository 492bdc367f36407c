/**
 * Copies of a run at instants of its past, a bounded number of them: when there
 * is no more room, every second one goes and the next ones come half as often.
 * They hold only while nothing was changed after time 0.
 */

/** Simulated time between two checkpoints at first, ms. */
const firstSpacingMs = 2500;

/** As many are kept at most; a copy of the shop's two deployments takes about 1.6 MB. */
const checkpointLimit = 24;

/** One copy per deployment, all of the same instant. */
export interface RunCheckpoint {
  timeMs: number;
  copies: readonly unknown[];
}

export class Checkpoints {
  #kept: RunCheckpoint[] = [];
  #spacingMs = firstSpacingMs;

  /** Whether `timeMs` is far enough beyond the last one. */
  isDue(timeMs: number): boolean {
    return timeMs >= (this.#kept.at(-1)?.timeMs ?? 0) + this.#spacingMs;
  }

  add(checkpoint: RunCheckpoint): void {
    this.#kept.push(checkpoint);
    if (this.#kept.length < checkpointLimit) return;
    this.#kept = this.#kept.filter((_kept, index) => index % 2 === 1);
    this.#spacingMs *= 2;
  }

  /** The last one at or before `timeMs`; `null` where there is none. */
  before(timeMs: number): RunCheckpoint | null {
    return this.#kept.findLast((kept) => kept.timeMs <= timeMs) ?? null;
  }
}
