import { isSmallForm, type UnitForm } from './canvas-graph';
import { levelOf } from './fit';
import { useViewState } from './view';

/** What is meant to be read is not smaller on the screen, px. */
const readablePx = 9;
/** Larger words have no room in the boxes: of a small form, and of a whole one seen from afar, px at zoom 1. */
const largestPx = { small: 18, far: 30 } as const;

/**
 * How large the words of a drawing have to be at least, px at zoom 1; in steps, as it is rendered. 0 where
 * all of them are larger, and where a reader has come closer to one part.
 */
export function useLeastType(form: UnitForm): number {
  return useViewState(({ transform: [, , zoom] }) => leastTypeAt(zoom, isSmallForm(form)));
}

export function leastTypeAt(zoom: number, isSmall: boolean): number {
  if (isSmall) return Math.min(largestPx.small, Math.ceil((2 * readablePx) / zoom) / 2);
  return levelOf(zoom) === 'far' ? Math.min(largestPx.far, Math.ceil(readablePx / zoom)) : 0;
}
