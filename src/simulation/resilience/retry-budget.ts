/**
 * A retry budget as in service meshes: over the last 10 s retries may be at
 * most a share of the first attempts, plus ten. Slides by whole seconds.
 */
const bucketCount = 10;
const bucketMs = 1000;
const freeRetries = 10;

export class RetryBudget {
  private readonly firsts = new Int32Array(bucketCount);
  private readonly retries = new Int32Array(bucketCount);
  private lastBucket = 0;

  /** @param share retries per first attempt, ≥ 0 */
  constructor(private readonly share: number) {}

  recordFirst(nowMs: number): void {
    this.firsts[this.slide(nowMs)]++;
  }

  /** Whether a retry may be made now; if so it is taken from the budget. */
  takeRetry(nowMs: number): boolean {
    const bucket = this.slide(nowMs);
    let firsts = 0;
    let retries = 0;
    for (let i = 0; i < bucketCount; i++) {
      firsts += this.firsts[i];
      retries += this.retries[i];
    }
    if (retries + 1 > this.share * firsts + freeRetries) return false;
    this.retries[bucket]++;
    return true;
  }

  private slide(nowMs: number): number {
    const present = Math.floor(nowMs / bucketMs);
    const passed = Math.min(present - this.lastBucket, bucketCount);
    for (let i = 1; i <= passed; i++) {
      this.firsts[(this.lastBucket + i) % bucketCount] = 0;
      this.retries[(this.lastBucket + i) % bucketCount] = 0;
    }
    if (passed === bucketCount) {
      this.firsts.fill(0);
      this.retries.fill(0);
    }
    this.lastBucket = present;
    return present % bucketCount;
  }
}
