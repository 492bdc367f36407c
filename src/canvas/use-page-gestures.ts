import { useStore } from '@xyflow/react';
import { useEffect } from 'react';

/** Leaves one finger to the page, which scrolls with it; two fingers move and zoom the diagram. */
export function usePageGestures(isForPage: boolean): void {
  const pane = useStore((state) => state.domNode);
  useEffect(() => {
    if (!isForPage || pane === null) return;
    const leaveToPage = (event: TouchEvent) => {
      if (event.touches.length === 1) event.stopPropagation();
    };
    const options = { capture: true, passive: true };
    pane.addEventListener('touchstart', leaveToPage, options);
    return () => pane.removeEventListener('touchstart', leaveToPage, options);
  }, [isForPage, pane]);
}
