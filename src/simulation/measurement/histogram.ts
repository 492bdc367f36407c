/**
 * A mergeable histogram of durations, log-bucketed on the bits of the double:
 * the exponent and the first seven bits of the mantissa, 128 buckets per
 * octave, so that a bucket is at most 0.79 % wide and its middle at most 0.4 %
 * off. Only the octaves between the least and the greatest value are kept (512
 * bytes each). Zero has a bucket of its own; values outside 2^−14 … 2^30 ms
 * (0.06 µs … 12 days) count in the first or last bucket.
 */
const bucketsPerOctave = 128;
/** The high word of a double without its last 13 bits: exponent and 7 bits of mantissa. */
const bucketShift = 13;

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

function bucketOf(valueMs: number): number {
  float[0] = valueMs;
  return (words[1] as number) >> bucketShift;
}

function lowerBoundMs(bucket: number): number {
  words[0] = 0;
  words[1] = bucket << bucketShift;
  return float[0] as number;
}

const firstBucket = bucketOf(2 ** -14);
const lastBucket = bucketOf(2 ** 30) - 1;

/** How often histograms have got room for other buckets, all together: who shares their counts looks anew. */
export const histogramGrowth = { count: 0 };

export class Histogram {
  /** How many values were recorded, how many of them were 0, their sum and the greatest, ms. */
  sums = new Float64Array(4);
  /** Counts of the buckets from `start` on: whole octaves. */
  counts = new Uint32Array(0);
  start = 0;

  /** How many values were recorded. */
  get count(): number {
    return this.sums[0] as number;
  }

  private set count(count: number) {
    this.sums[0] = count;
  }

  private get zeroCount(): number {
    return this.sums[1] as number;
  }

  private set zeroCount(count: number) {
    this.sums[1] = count;
  }

  private get sumMs(): number {
    return this.sums[2] as number;
  }

  private set sumMs(sumMs: number) {
    this.sums[2] = sumMs;
  }

  private get maxMs(): number {
    return this.sums[3] as number;
  }

  private set maxMs(maxMs: number) {
    this.sums[3] = maxMs;
  }

  /** What so many times `record(0)` do. */
  recordZeros(times: number): void {
    this.count += times;
    this.zeroCount += times;
  }

  /** @param valueMs finite, at least 0 */
  record(valueMs: number): void {
    float[0] = valueMs;
    this.recordFloat();
  }

  private recordFloat(): void {
    const valueMs = float[0] as number;
    if (valueMs === 0) {
      this.recordZeros(1);
      return;
    }
    this.count++;
    this.sumMs += valueMs;
    if (valueMs > this.maxMs) this.maxMs = valueMs;
    const i = ((words[1] as number) >> bucketShift) - this.start;
    const counts = this.counts;
    if (i >= 0 && i < counts.length) counts[i] = (counts[i] as number) + 1;
    else this.recordOutside(valueMs);
  }

  /** NaN when empty. */
  get mean(): number {
    return this.count === 0 ? NaN : this.sumMs / this.count;
  }

  /** NaN when empty; after `subtract`, no more than one bucket too high. */
  get max(): number {
    return this.count === 0 ? NaN : this.maxMs;
  }

  /**
   * The least value that at least `q` of all values do not exceed, within
   * 0.8 %; NaN when empty.
   * @param q 0 to 1
   */
  quantile(q: number): number {
    if (this.count === 0) return NaN;
    const rank = Math.min(this.count, Math.max(1, Math.ceil(q * this.count)));
    let before = this.zeroCount;
    if (rank <= before) return 0;
    for (let i = 0; i < this.counts.length; i++) {
      const count = this.counts[i] as number;
      if (before + count >= rank) {
        const lower = lowerBoundMs(this.start + i);
        const width = lowerBoundMs(this.start + i + 1) - lower;
        return Math.min(this.maxMs, lower + (width * (rank - before - 0.5)) / count);
      }
      before += count;
    }
    return this.maxMs;
  }

  /** Share of the values that are above 0, 0 to 1; NaN when empty. */
  get shareAboveZero(): number {
    return this.count === 0 ? NaN : 1 - this.zeroCount / this.count;
  }

  /** Adds all values of another histogram. */
  merge(other: Histogram): void {
    this.count += other.count;
    this.zeroCount += other.zeroCount;
    this.sumMs += other.sumMs;
    if (other.maxMs > this.maxMs) this.maxMs = other.maxMs;
    if (other.counts.length === 0) return;
    this.cover(other.start);
    this.cover(other.start + other.counts.length - 1);
    const shift = other.start - this.start;
    for (let i = 0; i < other.counts.length; i++) {
      this.counts[i + shift] = (this.counts[i + shift] as number) + (other.counts[i] as number);
    }
  }

  /** Takes out the values of another histogram, all of which must have been recorded or merged here. */
  subtract(other: Histogram): void {
    this.count -= other.count;
    this.zeroCount -= other.zeroCount;
    this.sumMs = this.count === 0 ? 0 : this.sumMs - other.sumMs;
    const shift = other.start - this.start;
    for (let i = 0; i < other.counts.length; i++) {
      const taken = other.counts[i] as number;
      if (taken !== 0) this.counts[i + shift] = (this.counts[i + shift] as number) - taken;
    }
    this.lowerMax();
  }

  /** Forgets all values and keeps the memory. */
  clear(): void {
    this.count = 0;
    this.zeroCount = 0;
    this.sumMs = 0;
    this.maxMs = 0;
    this.counts.fill(0);
  }

  recordOutside(valueMs: number): void {
    const bucket = Math.min(lastBucket, Math.max(firstBucket, bucketOf(valueMs)));
    this.cover(bucket);
    const i = bucket - this.start;
    this.counts[i] = (this.counts[i] as number) + 1;
  }

  /** Grows the counts by whole octaves until they hold the bucket. */
  private cover(bucket: number): void {
    const octave = bucket - (bucket % bucketsPerOctave);
    const end = this.start + this.counts.length;
    if (bucket >= this.start && bucket < end) return;
    const isEmpty = this.counts.length === 0;
    const newStart = isEmpty ? octave : Math.min(this.start, octave);
    const newEnd = isEmpty ? octave + bucketsPerOctave : Math.max(end, octave + bucketsPerOctave);
    const counts = new Uint32Array(newEnd - newStart);
    if (!isEmpty) counts.set(this.counts, this.start - newStart);
    this.counts = counts;
    this.start = newStart;
    histogramGrowth.count++;
  }

  private lowerMax(): void {
    let i = this.counts.length - 1;
    while (i >= 0 && this.counts[i] === 0) i--;
    const bound = i < 0 ? 0 : lowerBoundMs(this.start + i + 1);
    if (bound < this.maxMs) this.maxMs = bound;
  }
}
