import { useCallback } from 'react';
import { useCanvas } from './canvas-context';
import { type FrameReader, LiveText } from './live-text';
import { sampledPerDot } from './overlay/moving-requests';
import { flowSpeed } from './overlay/overlay';

/** How many requests one dot stands for. */
export function DotRatio() {
  const { feed, text } = useCanvas();
  const { t, format } = text;
  const read = useCallback<FrameReader<string>>(
    (own, frame) => {
      if (own === null || frame === null) return '';
      if (feed.pacing().speed >= flowSpeed) return t('canvas.flow');
      const count = frame.requestsPerDot * sampledPerDot;
      // The number decides between singular and plural; a thousand is written with its space.
      return t('canvas.dot', { count }).replace(String(count), format.number(count));
    },
    [feed, t, format],
  );
  return <LiveText read={read} />;
}

export function DotLegend() {
  return (
    <div className="dot-legend">
      <DotRatio />
    </div>
  );
}
