import { type MouseEvent as ReactMouseEvent, useCallback, useRef } from 'react';

/** The very first sign of a hand may be a right click: kept here until what opens menus is loaded. */
export function useEarlyMenu() {
  const early = useRef<MouseEvent | null>(null);
  const keep = useCallback((event: ReactMouseEvent) => {
    // Somebody is there already and has opened it.
    if (event.defaultPrevented) return;
    event.preventDefault();
    early.current = event.nativeEvent;
  }, []);
  return { early, keep };
}
