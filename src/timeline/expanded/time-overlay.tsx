import { useRef } from 'react';
import type { RunFeed } from '../../playback/run-feed';
import { useText } from '../../workspace/use-text';
import type { TimeDomain } from '../time-domain';
import { xOf } from '../trend-path';
import { usePresent } from '../use-present';

export interface TimeOverlayProps {
  feed: RunFeed;
  domain: TimeDomain;
  /** The instant that is read, simulated ms; `null` while none is. */
  pointedMs: number | null;
  /** What is being brushed. */
  brush: TimeDomain | null;
}

/** What goes through all charts and lanes: the playhead, the instant that is read, the brush. */
export function TimeOverlay({ feed, domain, pointedMs, brush }: TimeOverlayProps) {
  const { format } = useText();
  const playhead = useRef<HTMLDivElement>(null);
  usePresent(feed, domain, 100, (x) => {
    const { current } = playhead;
    if (current === null) return;
    current.hidden = x < 0 || x > 100;
    current.style.left = `${x.toFixed(3)}%`;
  });
  const left = (timeMs: number) => `${xOf(timeMs, domain, 100)}%`;
  return (
    <div className="charts-overlay" aria-hidden="true">
      {brush !== null && (
        <div
          className="charts-brush"
          style={{
            left: left(brush.fromMs),
            width: `${((brush.toMs - brush.fromMs) / (domain.toMs - domain.fromMs)) * 100}%`,
          }}
        />
      )}
      <div ref={playhead} className="charts-playhead" />
      {pointedMs !== null && (
        <div className="charts-pointer" style={{ left: left(pointedMs) }}>
          <span className="charts-pointer-time">{format.clock(pointedMs)}</span>
        </div>
      )}
    </div>
  );
}
