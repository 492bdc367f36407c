/** Where a block goes when it is dragged or stretched. */

export type BlockPart = 'whole' | 'beginning' | 'end';

export interface Span {
  readonly fromMs: number;
  /** `null` where it lasts. */
  readonly untilMs: number | null;
}

/** A block does not get shorter than this, ms. */
export const shortestBlockMs = 1000;

/** Times that are dragged come to rest at whole multiples of this, ms. */
export const snapMs = 1000;

/** So far goes a block that is dragged freely, ms. */
export const freeMs = 100;

/** The span after so many ms of the drag; it stays after the start of the run and keeps its length when moved as a whole. */
export function draggedSpan(
  { fromMs, untilMs }: Span,
  part: BlockPart,
  byMs: number,
  stepMs: number,
): Span {
  const snapped = (timeMs: number) => Math.round(timeMs / stepMs) * stepMs;
  const end = untilMs ?? Number.POSITIVE_INFINITY;
  switch (part) {
    case 'whole': {
      const start = Math.max(0, snapped(fromMs + byMs));
      return { fromMs: start, untilMs: untilMs === null ? null : untilMs + start - fromMs };
    }
    case 'beginning': {
      const latest = Math.max(0, end - shortestBlockMs);
      return { fromMs: Math.min(latest, Math.max(0, snapped(fromMs + byMs))), untilMs };
    }
    case 'end': {
      if (untilMs === null) return { fromMs, untilMs };
      return {
        fromMs,
        untilMs: Math.max(fromMs + shortestBlockMs, snapped(untilMs + byMs)),
      };
    }
  }
}
