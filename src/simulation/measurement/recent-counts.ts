/** Counters (rows × columns) over the last few windows. */
export class RecentCounts {
  /** Sums over all windows that are remembered, the open one included. */
  readonly sums: Float64Array;
  private readonly windows: Float64Array[] = [];
  private open = 0;

  constructor(
    size: number,
    private readonly windowCount: number,
  ) {
    this.sums = new Float64Array(size);
    for (let i = 0; i < windowCount; i++) this.windows.push(new Float64Array(size));
  }

  add(index: number): void {
    this.sums[index]++;
    this.windows[this.open][index]++;
  }

  /** Of the open window alone. */
  inWindow(index: number): number {
    return this.windows[this.open][index];
  }

  /** Begins a new window in the place of the oldest. */
  turn(): void {
    this.open = (this.open + 1) % this.windowCount;
    const oldest = this.windows[this.open];
    for (let i = 0; i < oldest.length; i++) this.sums[i] -= oldest[i];
    oldest.fill(0);
  }
}
