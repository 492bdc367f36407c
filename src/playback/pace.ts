/**
 * How far the simulation is asked to go next. The watcher's clock and the
 * simulated one meet only here: while the simulation keeps up, simulated time
 * is the watcher's times the speed; when it does not, simulated time slows down
 * and nothing queues up.
 */

/** A longer gap between two looks (a busy page, a closed lid) is not made up for, ms. */
export const wallStepLimitMs = 100;

/** Below this share of the chosen speed the simulation counts as behind. */
const behindShare = 0.9;

/** Over about this much of the watcher's time the share is averaged, ms. */
const shareSpanMs = 500;

export class Pace {
  #lastAskedAtMs: number | null = null;
  #asked: { fromMs: number; toMs: number; wallMs: number } | null = null;
  #share = 1;

  /** Forgets the watcher's clock, so that a pause is not made up for. */
  rest(): void {
    this.#lastAskedAtMs = null;
    this.#share = 1;
  }

  /** Starts over, for a new run: nothing asked before counts. */
  reset(): void {
    this.rest();
    this.#asked = null;
  }

  /**
   * The simulated instant to ask for, when the watcher's clock shows `wallMs`
   * and the run stands at `timeMs`; never beyond `limitMs`.
   */
  next(wallMs: number, timeMs: number, speed: number, limitMs: number): number {
    const sinceMs = this.#lastAskedAtMs === null ? 0 : Math.max(0, wallMs - this.#lastAskedAtMs);
    const stepMs = Math.min(sinceMs, wallStepLimitMs);
    this.#lastAskedAtMs = wallMs;
    const toMs = Math.min(timeMs + stepMs * speed, limitMs);
    this.#asked = { fromMs: timeMs, toMs, wallMs: stepMs };
    return toMs;
  }

  /** The run has come to `timeMs` on the last question. */
  arrived(timeMs: number): void {
    const asked = this.#asked;
    this.#asked = null;
    if (asked === null || asked.toMs <= asked.fromMs) return;
    const share = Math.min(1, (timeMs - asked.fromMs) / (asked.toMs - asked.fromMs));
    const weight = Math.min(1, asked.wallMs / shareSpanMs);
    this.#share += (share - this.#share) * weight;
  }

  get isBehind(): boolean {
    return this.#share < behindShare;
  }
}
