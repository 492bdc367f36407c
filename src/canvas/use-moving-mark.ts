/**
 * Marks a large drawing while it is moved, past React: the browser then shifts
 * one picture of it instead of painting hundreds of parts anew.
 */
import { useStore } from '@xyflow/react';
import { useMemo } from 'react';

export function useMovingMark(isLarge: boolean) {
  const pane = useStore((state) => state.domNode);
  return useMemo(
    () => ({
      start: () => pane?.toggleAttribute('data-moving', isLarge),
      end: () => {
        pane?.toggleAttribute('data-moving', false);
      },
    }),
    [pane, isLarge],
  );
}
