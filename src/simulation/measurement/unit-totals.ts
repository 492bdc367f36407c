/**
 * Per unit: integrals over time and sums over visits. An integral is kept as
 * `area`: entering at t subtracts t, leaving adds it; up to T it is
 * area + count × T. At the end of the warm-up the integrals so far are noted
 * and taken off at the end.
 */
import { Histogram } from './histogram';

/** The quantities that are integrated over time. */
export const Integral = {
  slotsBusy: 0,
  coresBusy: 1,
  slotQueue: 2,
  coreQueue: 3,
  /** Slots and cores of replicas that are ready or draining. */
  slotsReady: 4,
  coresReady: 5,
  replicasReady: 6,
  /** Replicas that are paid for: all but stopped ones. */
  replicasPaid: 7,
} as const;

export const integralCount = 8;

export class UnitTotals {
  /** Present values, `unit × 8 + Integral`. */
  readonly count: Float64Array;
  readonly area: Float64Array;
  private readonly areaAtStart: Float64Array;
  private startMs = 0;

  readonly slotQueueMax: Int32Array;
  readonly coreQueueMax: Int32Array;
  readonly replicasMin: Int32Array;
  readonly replicasMax: Int32Array;
  /** Visits that ended after the warm-up. */
  readonly answered: Float64Array;
  readonly rejected: Float64Array;
  readonly slotWaits: Histogram[] = [];
  readonly coreWaits: Histogram[] = [];

  constructor(readonly unitCount: number) {
    this.count = new Float64Array(unitCount * integralCount);
    this.area = new Float64Array(unitCount * integralCount);
    this.areaAtStart = new Float64Array(unitCount * integralCount);
    this.slotQueueMax = new Int32Array(unitCount);
    this.coreQueueMax = new Int32Array(unitCount);
    this.replicasMin = new Int32Array(unitCount);
    this.replicasMax = new Int32Array(unitCount);
    this.answered = new Float64Array(unitCount);
    this.rejected = new Float64Array(unitCount);
    for (let unit = 0; unit < unitCount; unit++) {
      this.slotWaits.push(new Histogram());
      this.coreWaits.push(new Histogram());
    }
  }

  add(unit: number, integral: number, amount: number, nowMs: number): void {
    const index = unit * integralCount + integral;
    this.count[index] += amount;
    this.area[index] -= amount * nowMs;
  }

  value(unit: number, integral: number): number {
    return this.count[unit * integralCount + integral];
  }

  /** Integral since the run began, amount × ms. */
  upTo(unit: number, integral: number, nowMs: number): number {
    const index = unit * integralCount + integral;
    return this.area[index] + this.count[index] * nowMs;
  }

  /** Integral since the end of the warm-up, amount × ms. */
  measured(unit: number, integral: number, nowMs: number): number {
    return this.upTo(unit, integral, nowMs) - this.areaAtStart[unit * integralCount + integral];
  }

  measuredMs(nowMs: number): number {
    return nowMs - this.startMs;
  }

  noteReplicas(unit: number): void {
    const ready = this.value(unit, Integral.replicasReady);
    if (ready < this.replicasMin[unit]) this.replicasMin[unit] = ready;
    if (ready > this.replicasMax[unit]) this.replicasMax[unit] = ready;
  }

  /** From now on everything is measured. */
  begin(nowMs: number): void {
    this.startMs = nowMs;
    for (let unit = 0; unit < this.unitCount; unit++) {
      for (let integral = 0; integral < integralCount; integral++) {
        this.areaAtStart[unit * integralCount + integral] = this.upTo(unit, integral, nowMs);
      }
      const ready = this.value(unit, Integral.replicasReady);
      this.replicasMin[unit] = ready;
      this.replicasMax[unit] = ready;
      this.slotQueueMax[unit] = this.value(unit, Integral.slotQueue);
      this.coreQueueMax[unit] = this.value(unit, Integral.coreQueue);
    }
  }
}
