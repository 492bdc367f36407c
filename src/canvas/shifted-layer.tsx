import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useView } from './view';

/** What is in it stands in px of the drawing, and moves with the view past React. */
export function ShiftedLayer({ children }: { children: ReactNode }) {
  const view = useView();
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const follow = () => {
      const [x, y, zoom] = view.getState().transform;
      layer.current?.style.setProperty('transform', `translate(${x}px, ${y}px) scale(${zoom})`);
    };
    follow();
    return view.subscribe(follow);
  }, [view]);
  return (
    <div ref={layer} className="shifted-layer">
      {children}
    </div>
  );
}
