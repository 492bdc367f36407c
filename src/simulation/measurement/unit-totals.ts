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
  /** Pairs of present value and area, at `2 × (unit × 8 + Integral)`. */
  readonly integrals: Float64Array;
  private readonly areaAtStart: Float64Array;
  private startMs = 0;

  readonly slotQueueMax: Int32Array;
  readonly coreQueueMax: Int32Array;
  readonly replicasMin: Int32Array;
  readonly replicasMax: Int32Array;
  /** Visits that ended after the warm-up. */
  readonly answered: Float64Array;
  readonly rejected: Float64Array;
  /** Waits of those that had to wait; the others are counted in `slotsAtOnce` and `coresAtOnce`. */
  readonly slotWaits: Histogram[] = [];
  readonly coreWaits: Histogram[] = [];
  readonly slotsAtOnce: Float64Array;
  readonly coresAtOnce: Float64Array;

  constructor(readonly unitCount: number) {
    this.integrals = new Float64Array(2 * unitCount * integralCount);
    this.areaAtStart = new Float64Array(unitCount * integralCount);
    this.slotQueueMax = new Int32Array(unitCount);
    this.coreQueueMax = new Int32Array(unitCount);
    this.replicasMin = new Int32Array(unitCount);
    this.replicasMax = new Int32Array(unitCount);
    this.answered = new Float64Array(unitCount);
    this.rejected = new Float64Array(unitCount);
    this.slotsAtOnce = new Float64Array(unitCount);
    this.coresAtOnce = new Float64Array(unitCount);
    for (let unit = 0; unit < unitCount; unit++) {
      this.slotWaits.push(new Histogram());
      this.coreWaits.push(new Histogram());
    }
  }

  add(unit: number, integral: number, amount: number, nowMs: number): void {
    const index = 2 * (unit * integralCount + integral);
    this.integrals[index] += amount;
    this.integrals[index + 1] -= amount * nowMs;
  }

  value(unit: number, integral: number): number {
    return this.integrals[2 * (unit * integralCount + integral)];
  }

  /** Integral since the run began, amount × ms. */
  upTo(unit: number, integral: number, nowMs: number): number {
    const index = 2 * (unit * integralCount + integral);
    return this.integrals[index + 1] + this.integrals[index] * nowMs;
  }

  /** Integral since the end of the warm-up, amount × ms. */
  measured(unit: number, integral: number, nowMs: number): number {
    return this.upTo(unit, integral, nowMs) - this.areaAtStart[unit * integralCount + integral];
  }

  /** Waits for a slot of all counted visits that got one. */
  slotWaitsOf(unit: number): Histogram {
    return withZeros(this.slotWaits[unit], this.slotsAtOnce[unit]);
  }

  /** Waits for a core of all counted work that got one. */
  coreWaitsOf(unit: number): Histogram {
    return withZeros(this.coreWaits[unit], this.coresAtOnce[unit]);
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

function withZeros(waits: Histogram, zeroCount: number): Histogram {
  const all = new Histogram();
  all.merge(waits);
  all.recordZeros(zeroCount);
  return all;
}
