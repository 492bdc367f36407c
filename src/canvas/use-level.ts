import { isSmallForm, type UnitForm } from './canvas-graph';
import { levelOf, type ZoomLevel } from './fit';
import { useViewState } from './view';

/** How much of the picture is told at the present zoom. */
export function useLevel(): ZoomLevel {
  return useViewState((state) => levelOf(state.transform[2]));
}

/** Whether there are words to be read from close by: small forms have no room for them. */
export function useIsNear(form: UnitForm): boolean {
  return useLevel() === 'near' && !isSmallForm(form);
}
