/**
 * Open load: every journey is a Poisson stream of its own, keyed by (seed,
 * journey, arrival number). A change of rate stretches the time to the next
 * arrivals and leaves the customers who they are.
 */
import type { LoadPatternPoint } from '../../architecture/document';
import { drawExponential, drawn } from '../engine/distribution';
import type { EngineState } from '../engine/engine-state';
import { EventKind } from '../engine/task-state';
import type { ArrivalProcess } from './arrival-process';
import { RateCurve } from './rate-curve';
import { newRequest } from './requests';

/** Key of arrivals, apart from every position of a journey. */
const arrivalPosition = -1;

export class OpenArrivals implements ArrivalProcess {
  readonly isClosed = false;
  readonly nextMs: Float64Array;
  readonly count: Int32Array;
  /** Expected arrivals that have to pass from `fromMs` until the next one. */
  readonly hazard: Float64Array;
  readonly fromMs: Float64Array;

  readonly curves: readonly RateCurve[];

  /** @param shares of the journeys */
  constructor(
    private readonly statedRatePerSecond: number,
    shares: readonly number[],
    pattern: readonly LoadPatternPoint[],
  ) {
    // A stated rate of nothing can be raised as well: it is one per second, times nothing.
    const ratePerSecond = statedRatePerSecond || 1;
    const curves = shares.map((share) => new RateCurve((ratePerSecond * share) / 1000, pattern));
    if (statedRatePerSecond === 0) for (const curve of curves) curve.scale(0);
    this.curves = curves;
    this.nextMs = new Float64Array(curves.length).fill(Infinity);
    this.count = new Int32Array(curves.length);
    this.hazard = new Float64Array(curves.length);
    this.fromMs = new Float64Array(curves.length);
  }

  start(s: EngineState): void {
    for (let journey = 0; journey < this.curves.length; journey++) this.draw(s, journey);
  }

  onDue(s: EngineState, journey: number): void {
    // A change of rate leaves the event of the old time behind.
    if (s.nowMs !== this.nextMs[journey]) return;
    const number = this.count[journey]++;
    this.draw(s, journey);
    newRequest(s, journey, number, 0);
  }

  onCompleted(): void {
    // Open customers do not come back.
  }

  setRateFactor(s: EngineState, factor: number): void {
    const ofBase = this.statedRatePerSecond === 0 ? 0 : factor;
    this.changeCurves(s, (curve) => curve.scale(ofBase));
  }

  setRate(s: EngineState, ratePerSecond: number): void {
    const factor = ratePerSecond / (this.statedRatePerSecond || 1);
    this.changeCurves(s, (curve) => curve.scale(factor));
  }

  setPattern(s: EngineState, pattern: readonly LoadPatternPoint[]): void {
    this.changeCurves(s, (curve) => curve.follow(pattern));
  }

  private changeCurves(s: EngineState, change: (curve: RateCurve) => void): void {
    s.structureChanges++;
    for (let journey = 0; journey < this.curves.length; journey++) {
      const curve = this.curves[journey];
      const passed = curve.expected(this.fromMs[journey], s.nowMs);
      this.hazard[journey] = Math.max(0, this.hazard[journey] - passed);
      this.fromMs[journey] = s.nowMs;
      change(curve);
      this.schedule(s, journey);
    }
  }

  private draw(s: EngineState, journey: number): void {
    const key = s.setup.journeyKeys[journey];
    drawExponential(key, this.count[journey], arrivalPosition, 0);
    this.hazard[journey] = drawn[0];
    this.fromMs[journey] = s.nowMs;
    this.schedule(s, journey);
  }

  private schedule(s: EngineState, journey: number): void {
    const curve = this.curves[journey];
    const rate = curve.steadyRatePerMs;
    // Most loads are constant.
    this.nextMs[journey] =
      rate > 0
        ? this.fromMs[journey] + this.hazard[journey] / rate
        : curve.inverse(this.fromMs[journey], this.hazard[journey]);
    const nextMs = this.nextMs[journey];
    if (nextMs < Infinity) s.schedule(nextMs, EventKind.arrival, journey);
  }
}
