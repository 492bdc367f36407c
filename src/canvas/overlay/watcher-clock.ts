/** The time that a watcher has seen pass while the run played: it stands still while the run is paused. */

/** A picture that comes later than this is a stutter; things go on from where they were, ms. */
const stepMaxMs = 100;
const frameIntervalMinMs = 8;
const frameIntervalMaxMs = 120;
/** How fast the measured interval follows. */
const smoothing = 0.1;

export class WatcherClock {
  nowMs = 0;
  #wallMs: number | null = null;
  #frameWallMs: number | null = null;
  #frameIntervalMs = 1000 / 60;

  /** At a picture. */
  advance(wallMs: number, isPlaying: boolean): void {
    if (isPlaying && this.#wallMs !== null) {
      this.nowMs += Math.min(stepMaxMs, Math.max(0, wallMs - this.#wallMs));
    }
    this.#wallMs = isPlaying ? wallMs : null;
  }

  /** No picture follows this one for now. */
  rest(): void {
    this.#wallMs = null;
  }

  /** A frame has come; returns how long the next one can be expected to take, ms. */
  noteFrame(wallMs: number): number {
    if (this.#frameWallMs !== null) {
      const passedMs = wallMs - this.#frameWallMs;
      const intervalMs = Math.min(frameIntervalMaxMs, Math.max(frameIntervalMinMs, passedMs));
      this.#frameIntervalMs += (intervalMs - this.#frameIntervalMs) * smoothing;
    }
    this.#frameWallMs = wallMs;
    return this.#frameIntervalMs;
  }
}
