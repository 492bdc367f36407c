/**
 * How many requests one dot stands for. Few enough dots that each can be
 * followed with the eye, whatever the load and the speed; a power of two, so
 * that a coarser sample is part of the finer one and no customer turns into
 * another when the sampling changes.
 */

/** Sampled requests per second of the watcher that are aimed at. */
export const dotsPerSecond = 40;

/** The sampling stays until another power of two fits better than this by far, to keep it from flickering. */
const toleratedRatio = 1.7;

/** Arrivals are averaged over about this much of the watcher's time, ms. */
const averagedMs = 1000;

export class DotSampling {
  #arrivalRatePerSecond: number;
  #arrivals = 0;
  #atMs = 0;
  requestsPerDot = 1;

  /** `arrivalRatePerSecond`: what is expected before anything was measured. */
  constructor(arrivalRatePerSecond: number) {
    this.#arrivalRatePerSecond = arrivalRatePerSecond;
  }

  /** A load that was just set counts at once, not after it was averaged in. */
  expect(arrivalRatePerSecond: number): void {
    this.#arrivalRatePerSecond = arrivalRatePerSecond;
  }

  /** `arrivals` of the whole load since the start of the run, at `nowMs` (simulated), watched at `speed`. */
  measure(arrivals: number, nowMs: number, speed: number): void {
    const elapsedMs = nowMs - this.#atMs;
    // A run that went back in time starts to count there.
    if (elapsedMs > 0) {
      const measured = ((arrivals - this.#arrivals) * 1000) / elapsedMs;
      const weight = Math.min(1, elapsedMs / (averagedMs * speed));
      this.#arrivalRatePerSecond += (measured - this.#arrivalRatePerSecond) * weight;
    }
    this.#arrivals = arrivals;
    this.#atMs = nowMs;
  }

  /** Chooses anew for this speed; returns the requests per dot. */
  choose(speed: number): number {
    const wanted = Math.max(1, (this.#arrivalRatePerSecond * speed) / dotsPerSecond);
    const ratio = wanted / this.requestsPerDot;
    if (ratio > toleratedRatio || ratio < 1 / toleratedRatio) {
      this.requestsPerDot = nearestPowerOfTwo(wanted);
    }
    return this.requestsPerDot;
  }
}

function nearestPowerOfTwo(value: number): number {
  let power = 1;
  while (power * Math.SQRT2 < value) power *= 2;
  return power;
}
