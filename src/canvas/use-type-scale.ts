import { isSmallForm, type UnitForm } from './canvas-graph';
import { useViewState } from './view';

/** What is meant to be read is not smaller on the screen, px. */
const readablePx = 9;
/** The smallest words of a small form, px at zoom 1. */
const smallestPx = 13;
/** For more there is no room in its boxes. */
const scaleMax = 1.25;

/** How much larger than at zoom 1 the words of a small form have to be in their boxes; in steps, as it is rendered. */
export function useTypeScale(form: UnitForm): number {
  return useViewState(({ transform: [, , zoom] }) => (isSmallForm(form) ? typeScaleAt(zoom) : 1));
}

export function typeScaleAt(zoom: number): number {
  const wanted = readablePx / (smallestPx * zoom);
  return Math.min(scaleMax, Math.max(1, Math.ceil(wanted * 50) / 50));
}
