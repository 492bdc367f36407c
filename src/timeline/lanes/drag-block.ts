/** Where a block goes when it is dragged or stretched. */
import type { TimeDomain } from '../time-domain';

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

/** A drag leaves a second of the block in the picture, and stretches it no further than that goes. */
export function keptInSight(after: Span, before: Span, part: BlockPart, sight: TimeDomain): Span {
  const { fromMs, untilMs } = after;
  const latestMs = Math.max(before.fromMs, sight.toMs - shortestBlockMs);
  const firstEndMs = sight.fromMs + shortestBlockMs;
  switch (part) {
    case 'whole': {
      const lengthMs = untilMs === null ? Number.POSITIVE_INFINITY : untilMs - fromMs;
      const earliestMs = Math.min(before.fromMs, firstEndMs - lengthMs);
      const startMs = Math.max(earliestMs, Math.min(latestMs, fromMs));
      return { fromMs: startMs, untilMs: untilMs === null ? null : startMs + lengthMs };
    }
    case 'beginning':
      return {
        fromMs: Math.max(Math.min(before.fromMs, sight.fromMs), Math.min(latestMs, fromMs)),
        untilMs,
      };
    case 'end': {
      if (untilMs === null || before.untilMs === null) return after;
      const lastMs = Math.max(before.untilMs, sight.toMs);
      const leastMs = Math.min(before.untilMs, firstEndMs);
      return { fromMs, untilMs: Math.max(leastMs, Math.min(lastMs, untilMs)) };
    }
  }
}
