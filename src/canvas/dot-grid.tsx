import { useId, useLayoutEffect, useRef } from 'react';
import { useView } from './view';

/** px of the drawing. */
const gap = 20;
const radius = 0.9;

/** The ground of the drawing, which moves along with it. */
export function DotGrid() {
  const id = useId();
  const view = useView();
  const pattern = useRef<SVGPatternElement>(null);
  useLayoutEffect(() => {
    const follow = () => {
      const [x, y, zoom] = view.getState().transform;
      pattern.current?.setAttribute('patternTransform', `matrix(${zoom} 0 0 ${zoom} ${x} ${y})`);
    };
    follow();
    return view.subscribe(follow);
  }, [view]);
  return (
    <svg className="dot-grid" aria-hidden="true">
      <pattern ref={pattern} id={id} width={gap} height={gap} patternUnits="userSpaceOnUse">
        <circle cx={gap / 2} cy={gap / 2} r={radius} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
