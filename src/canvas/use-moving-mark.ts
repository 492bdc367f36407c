/**
 * Marks a large drawing while it is moved, past React: the browser then shifts
 * one picture of it instead of painting hundreds of parts anew.
 */
import { useMemo } from 'react';

export function useMovingMark(pane: HTMLElement | null, isLarge: boolean) {
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
