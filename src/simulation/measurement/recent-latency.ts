/** Latencies of the last few windows, as one histogram that forgets the oldest window. */
import { Histogram } from './histogram';

export class RecentLatency {
  /** All windows that are remembered, the open one included. */
  readonly all = new Histogram();
  private readonly windows: Histogram[] = [];
  private open = 0;

  constructor(windowCount: number) {
    for (let i = 0; i < windowCount; i++) this.windows.push(new Histogram());
  }

  record(valueMs: number): void {
    this.all.record(valueMs);
    this.windows[this.open].record(valueMs);
  }

  /** The window that is being filled. */
  get window(): Histogram {
    return this.windows[this.open];
  }

  /** Begins a new window in the place of the oldest. */
  turn(): void {
    this.open = (this.open + 1) % this.windows.length;
    if (this.window.count === 0) return;
    this.all.subtract(this.window);
    this.window.clear();
  }
}
