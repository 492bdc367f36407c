/**
 * The requests that are seen travelling. A real hop takes half a millisecond;
 * here each one takes a short time of the watcher, which starts when the hop
 * happened. Hops of one frame are spread over the time until the next frame,
 * as they were spread over the simulated time between the two. Calls within a
 * process are no journey: nothing travels there.
 */
import { type DeploymentFrame, HopField, HopKind, hopFieldCount } from '../../simulation/frame';
import type { Scene } from './scene';

const capacity = 4096;

/** Every so many sampled requests one is shown: a power of two, so that both sides show the same customers. */
export const sampledPerDot = 2;

/** When a frame came and what it covers. */
export interface FrameTiming {
  /** The watcher's clock, ms. */
  nowMs: number;
  /** Simulated time that the frame covers, ms. */
  fromMs: number;
  toMs: number;
  /** The watcher's time over which its hops are spread, ms. */
  spreadMs: number;
}

export class MovingRequests {
  /** Entries below `count` are alive, in no order. */
  count = 0;
  /** When each sets out and arrives, on the watcher's clock in ms. */
  readonly startMs = new Float64Array(capacity);
  readonly endMs = new Float64Array(capacity);
  /** Index into the scene's paths. */
  readonly bundle = new Int32Array(capacity);
  readonly journeyIndex = new Uint8Array(capacity);
  /** Number within its journey. */
  readonly requestNumber = new Int32Array(capacity);
  /** One of HopKind. */
  readonly kind = new Uint8Array(capacity);

  /** Takes the hops of a frame in. What exceeds the room is left out. */
  add(frame: DeploymentFrame, scene: Scene, requestsPerDot: number, timing: FrameTiming): void {
    const { hops } = frame;
    const { nowMs, fromMs, toMs, spreadMs } = timing;
    const stretch = toMs > fromMs ? spreadMs / (toMs - fromMs) : 0;
    const every = requestsPerDot * sampledPerDot;
    for (let at = 0; at < hops.length && this.count < capacity; at += hopFieldCount) {
      const kind = hops[at + HopField.kind];
      // An answer that comes back as it should is no news.
      if (kind === HopKind.answer || hops[at + HopField.requestNumber] % every !== 0) continue;
      const bundle = scene.bundleOfEdge[hops[at + HopField.edgeIndex]];
      if (bundle < 0 || scene.isInner[bundle]) continue;
      const delayMs = (hops[at + HopField.atMs] - fromMs) * stretch;
      const startMs = nowMs + Math.max(0, Math.min(delayMs, spreadMs));
      this.startMs[this.count] = startMs;
      this.endMs[this.count] = startMs + scene.travelMs[bundle];
      this.bundle[this.count] = bundle;
      this.journeyIndex[this.count] = hops[at + HopField.journeyIndex];
      this.requestNumber[this.count] = hops[at + HopField.requestNumber];
      this.kind[this.count] = kind;
      this.count += 1;
    }
  }

  /** Forgets those that have arrived by `nowMs`. */
  dropArrived(nowMs: number): void {
    for (let index = this.count - 1; index >= 0; index -= 1) {
      if (nowMs < this.endMs[index]) continue;
      const last = this.count - 1;
      this.startMs[index] = this.startMs[last];
      this.endMs[index] = this.endMs[last];
      this.bundle[index] = this.bundle[last];
      this.journeyIndex[index] = this.journeyIndex[last];
      this.requestNumber[index] = this.requestNumber[last];
      this.kind[index] = this.kind[last];
      this.count = last;
    }
  }

  clear(): void {
    this.count = 0;
  }
}
