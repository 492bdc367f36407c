import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PlotSize } from './trend-path';

/** The size of an element's content box, 0 × 0 before it is measured. */
export function useElementSize<E extends Element>(): [RefObject<E | null>, PlotSize] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<PlotSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
