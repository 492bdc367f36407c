/** Tells which changes belong to one movement of the hand: from pressing to letting go, or without a pause. */

/** Changes by key that follow each other faster than this are one gesture. */
const restMs = 500;

export class Gesture {
  readonly #now: () => number;
  #isHeld = false;
  #changedAtMs = Number.NEGATIVE_INFINITY;

  /** `now`: the watcher's clock, ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  begin(): void {
    this.#isHeld = true;
    this.#changedAtMs = Number.NEGATIVE_INFINITY;
  }

  end(): void {
    this.#isHeld = false;
  }

  /** Notes a change, and says whether it goes on with the one before. */
  goesOn(): boolean {
    const nowMs = this.#now();
    const sinceMs = nowMs - this.#changedAtMs;
    this.#changedAtMs = nowMs;
    return this.#isHeld ? Number.isFinite(sinceMs) : sinceMs < restMs;
  }

  /** What comes next is a step of its own. */
  close(): void {
    this.#changedAtMs = Number.NEGATIVE_INFINITY;
  }
}
