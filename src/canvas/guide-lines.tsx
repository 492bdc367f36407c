import { ViewportPortal } from '@xyflow/react';
import type { GuideLine } from './layout/alignment';

/** What a dragged node is in line with. */
export function GuideLines({ lines }: { lines: readonly GuideLine[] }) {
  return (
    <ViewportPortal>
      <svg className="guide-lines" aria-hidden="true">
        {lines.map((line) => (
          <line key={`${line.x1} ${line.y1} ${line.x2} ${line.y2}`} {...line} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
