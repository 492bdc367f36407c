import { isSmallForm, type UnitForm } from './canvas-graph';
import { levelOf } from './fit';
import { useViewState } from './view';

/** What is meant to be read is not smaller on the screen, px. */
const readablePx = 9;
/** Larger words have no room in the boxes of a small form, px at zoom 1. */
const largestSmallPx = 18;
/** From afar, px at zoom 1. Few of them, for with each all words of hundreds of boxes are set anew while somebody zooms. */
const farStepsPx = [20, 25, 30] as const;

/**
 * How large the words of a drawing have to be at least, px at zoom 1; in steps, as it is rendered. 0 where
 * all of them are larger, and where a reader has come closer to one part.
 */
export function useLeastType(form: UnitForm): number {
  return useViewState(({ transform: [, , zoom] }) => leastTypeAt(zoom, isSmallForm(form)));
}

export function leastTypeAt(zoom: number, isSmall: boolean): number {
  if (isSmall) return Math.min(largestSmallPx, Math.ceil((2 * readablePx) / zoom) / 2);
  if (levelOf(zoom) !== 'far') return 0;
  return farStepsPx.find((px) => px * zoom >= readablePx) ?? farStepsPx[farStepsPx.length - 1];
}
