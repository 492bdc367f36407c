/** The hops before an instant that is sought, as far as they are still seen travelling there. */
import { type Frame, HopField, hopFieldCount } from '../simulation/frame';

/** A dot is on its way no longer than this, in the watcher's time, ms. */
const seenMs = 520;

/** At high speed that is more than is worth going through once more, simulated ms. */
const spanMsMax = 2000;

/** From when on hops are still seen at an instant. */
export function seenFromMs(timeMs: number, speed: number): number {
  return Math.max(0, timeMs - Math.min(seenMs * speed, spanMsMax));
}

export class SoughtHops {
  #rows = new Map<string, number[]>();

  forget(): void {
    this.#rows.clear();
  }

  /** Takes those of a frame on the way, from an instant on. */
  gather(frame: Frame, fromMs: number): void {
    for (const { deploymentId, hops } of frame.deployments) {
      const rows = this.#rows.get(deploymentId) ?? [];
      this.#rows.set(deploymentId, rows);
      for (let at = 0; at < hops.length; at += hopFieldCount) {
        if (hops[at + HopField.atMs] < fromMs) continue;
        for (let field = 0; field < hopFieldCount; field += 1) rows.push(hops[at + field]);
      }
    }
  }

  /** The frame of the instant itself, with everything that was gathered. */
  shownIn(frame: Frame): Frame {
    return {
      ...frame,
      deployments: frame.deployments.map((own) => ({
        ...own,
        hops: Float64Array.from(this.#rows.get(own.deploymentId) ?? []),
      })),
    };
  }
}
