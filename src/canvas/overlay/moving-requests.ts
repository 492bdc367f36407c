/**
 * The requests that are seen travelling. A real hop takes half a millisecond;
 * here each one takes a fixed short time of the watcher, which starts when the
 * hop happened. Hops of one frame are spread over the time until the next
 * frame, as they were spread over the simulated time between the two.
 */
import { type DeploymentFrame, HopField, HopKind, hopFieldCount } from '../../simulation/frame';

/** How long a request is seen on its way, ms of the watcher. */
export const travelMs = 450;

const capacity = 4096;

export class MovingRequests {
  /** Entries below `count` are alive, in no order. */
  count = 0;
  /** When each sets out, on the watcher's clock in ms. */
  readonly startMs = new Float64Array(capacity);
  readonly edgeIndex = new Int32Array(capacity);
  readonly journeyIndex = new Uint8Array(capacity);
  /** One of HopKind. */
  readonly kind = new Uint8Array(capacity);

  /**
   * Takes the hops of a frame in. `nowMs` is the watcher's clock, `fromMs` and
   * `toMs` the simulated time that the frame covers, `spreadMs` the watcher's
   * time over which its hops are spread. What exceeds the room is left out.
   */
  add(frame: DeploymentFrame, nowMs: number, fromMs: number, toMs: number, spreadMs: number): void {
    const { hops } = frame;
    const stretch = toMs > fromMs ? spreadMs / (toMs - fromMs) : 0;
    for (let at = 0; at < hops.length && this.count < capacity; at += hopFieldCount) {
      const kind = hops[at + HopField.kind];
      // An answer that comes back as it should is no news.
      if (kind === HopKind.answer) continue;
      const delayMs = (hops[at + HopField.atMs] - fromMs) * stretch;
      this.startMs[this.count] = nowMs + Math.max(0, Math.min(delayMs, spreadMs));
      this.edgeIndex[this.count] = hops[at + HopField.edgeIndex];
      this.journeyIndex[this.count] = hops[at + HopField.journeyIndex];
      this.kind[this.count] = kind;
      this.count += 1;
    }
  }

  /** Forgets those that have arrived by `nowMs`. */
  dropArrived(nowMs: number): void {
    for (let index = this.count - 1; index >= 0; index -= 1) {
      if (nowMs - this.startMs[index] < travelMs) continue;
      const last = this.count - 1;
      this.startMs[index] = this.startMs[last];
      this.edgeIndex[index] = this.edgeIndex[last];
      this.journeyIndex[index] = this.journeyIndex[last];
      this.kind[index] = this.kind[last];
      this.count = last;
    }
  }

  clear(): void {
    this.count = 0;
  }
}
