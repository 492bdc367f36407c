import { useStore } from '@xyflow/react';
import { levelOf, type ZoomLevel } from './fit';

/** How much of the picture is told at the present zoom. */
export function useLevel(): ZoomLevel {
  return useStore((state) => levelOf(state.transform[2]));
}
