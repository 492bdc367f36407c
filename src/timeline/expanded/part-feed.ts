/** A run's feed as the charts of one part see it: in place of the whole, the unit that runs the part. */
import type { FrameListener, RunFeed } from '../../playback/run-feed';
import { GrowingWindowSeries, type WindowSeries } from '../../playback/window-series';
import type { ChartPart } from './chart-part';

const nothing = new GrowingWindowSeries();

export class PartFeed implements RunFeed {
  readonly #feed: RunFeed;
  readonly #part: ChartPart;

  constructor(feed: RunFeed, part: ChartPart) {
    this.#feed = feed;
    this.#part = part;
  }

  series(deploymentId: string): WindowSeries {
    const unitIndex = this.#part.unitIndices[deploymentId] ?? null;
    return unitIndex === null ? nothing : this.#feed.unitSeries(deploymentId, unitIndex);
  }

  current() {
    return this.#feed.current();
  }

  subscribe(listener: FrameListener): () => void {
    return this.#feed.subscribe(listener);
  }

  unitSeries(deploymentId: string, unitIndex: number): WindowSeries {
    return this.#feed.unitSeries(deploymentId, unitIndex);
  }

  openCircuits(deploymentId: string) {
    return this.#feed.openCircuits(deploymentId);
  }

  pacing() {
    return this.#feed.pacing();
  }

  marked(timeMs: number) {
    return this.#feed.marked(timeMs);
  }

  get knownMs(): number {
    return this.#feed.knownMs;
  }

  get isPlaying(): boolean {
    return this.#feed.isPlaying;
  }
}
