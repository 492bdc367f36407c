/**
 * An arrival rate over time: a base times a factor that stays or moves in
 * straight lines. Arrivals of such a Poisson process are those of a unit-rate
 * process read along the integral of the rate, which is inverted exactly here.
 */
import type { LoadPatternPoint } from '../../architecture/document';

interface Segment {
  startMs: number;
  factorAtStart: number;
  /** Change of the factor per ms. */
  slope: number;
}

export class RateCurve {
  private segments: Segment[];
  private factor = 1;
  /** Expected arrivals per ms from now on for ever; 0 where that changes. */
  steadyRatePerMs = 0;

  /** @param ratePerMs expected arrivals per ms at factor 1 */
  constructor(
    private readonly ratePerMs: number,
    pattern: readonly LoadPatternPoint[],
  ) {
    this.segments = segmentsOf(pattern);
    this.settle();
  }

  /** From now on the whole curve is multiplied by this. */
  scale(factor: number): void {
    this.factor = factor;
    this.settle();
  }

  /** Changes as this pattern says, in place of the one before. */
  follow(pattern: readonly LoadPatternPoint[]): void {
    this.segments = segmentsOf(pattern);
    this.settle();
  }

  private settle(): void {
    this.steadyRatePerMs = this.segments.length === 1 ? this.ratePerMs * this.factor : 0;
  }

  /** Expected number of arrivals between two instants. */
  expected(fromMs: number, toMs: number): number {
    let sum = 0;
    for (let i = 0; i < this.segments.length; i++) {
      const start = Math.max(fromMs, this.segments[i].startMs);
      const end = Math.min(toMs, this.endOf(i));
      if (start < end) sum += this.area(i, start, end);
    }
    return sum;
  }

  /** The instant by which `amount` arrivals are expected after `fromMs`; Infinity when never. */
  inverse(fromMs: number, amount: number): number {
    let left = amount;
    for (let i = this.segmentAt(fromMs); i < this.segments.length; i++) {
      const start = Math.max(fromMs, this.segments[i].startMs);
      const end = this.endOf(i);
      const area = end === Infinity ? Infinity : this.area(i, start, end);
      if (area >= left) return start + this.timeFor(i, start, left);
      left -= area;
    }
    return Infinity;
  }

  private segmentAt(timeMs: number): number {
    let i = this.segments.length - 1;
    while (i > 0 && this.segments[i].startMs > timeMs) i--;
    return i;
  }

  private endOf(index: number): number {
    return index + 1 < this.segments.length ? this.segments[index + 1].startMs : Infinity;
  }

  private rateAt(index: number, timeMs: number): number {
    const { startMs, factorAtStart, slope } = this.segments[index];
    return this.ratePerMs * this.factor * (factorAtStart + slope * (timeMs - startMs));
  }

  private area(index: number, startMs: number, endMs: number): number {
    return ((this.rateAt(index, startMs) + this.rateAt(index, endMs)) / 2) * (endMs - startMs);
  }

  /** Solves rate × x + slope × x² / 2 = amount for x, without cancellation. */
  private timeFor(index: number, startMs: number, amount: number): number {
    const rate = this.rateAt(index, startMs);
    const slope = this.ratePerMs * this.factor * this.segments[index].slope;
    if (slope === 0) return rate > 0 ? amount / rate : Infinity;
    const root = Math.sqrt(Math.max(0, rate * rate + 2 * slope * amount));
    return (2 * amount) / (rate + root);
  }
}

/** A point that begins before the last change is over cuts it short. */
function segmentsOf(pattern: readonly LoadPatternPoint[]): Segment[] {
  const segments: Segment[] = [{ startMs: 0, factorAtStart: 1, slope: 0 }];
  for (const point of pattern) {
    const before = [...segments].reverse().find((segment) => segment.startMs <= point.atMs);
    const last = before ?? segments[0];
    while (segments[segments.length - 1].startMs > point.atMs) segments.pop();
    const now = last.factorAtStart + last.slope * (point.atMs - last.startMs);
    if (point.over > 0) {
      const slope = (point.factor - now) / point.over;
      segments.push({ startMs: point.atMs, factorAtStart: now, slope });
    }
    segments.push({ startMs: point.atMs + point.over, factorAtStart: point.factor, slope: 0 });
  }
  return segments;
}
