import { type CSSProperties, type MouseEvent, type ReactNode, useId } from 'react';
import { IconButton } from '../../design/button';
import { useChartsText } from '../expanded/use-charts-text';
import type { TimeDomain } from '../time-domain';
import { timeAt } from '../trend-path';
import type { LaneId } from './happening';

export interface LaneRowProps {
  lane: LaneId | 'breakers';
  domain: TimeDomain;
  rowCount: number;
  /** At an instant, or at the playhead where none is meant; `null` where nothing can be added. */
  onAdd: ((atMs: number | null) => void) | null;
  /** `li` elements; none where nothing happens. */
  children: ReactNode;
}

/** One lane: its name, how to add to it, and its blocks on the time axis. */
export function LaneRow({ lane, domain, rowCount, onAdd, children }: LaneRowProps) {
  const { c } = useChartsText();
  const nameId = useId();
  const addUnder = (event: MouseEvent<HTMLElement>) => {
    const { x, width } = event.currentTarget.getBoundingClientRect();
    onAdd?.(Math.round(timeAt(event.clientX - x, domain, width) / 1000) * 1000);
  };
  return (
    <div className="charts-row lane" data-lane={lane}>
      <div className="lane-head">
        <span id={nameId}>{c(`lanes.${lane}`)}</span>
        {onAdd !== null && lane !== 'breakers' && (
          <IconButton label={c(`lanes.${lane}.add`)} icon="+" onClick={() => onAdd(null)} />
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the button beside it. */}
      <div
        className="lane-track"
        style={{ '--rows': Math.max(1, rowCount) } as CSSProperties}
        onDoubleClick={(event) => {
          if (event.target === event.currentTarget) addUnder(event);
        }}
      >
        {rowCount === 0 ? (
          <p className="lane-empty">{c(`lanes.${lane}.empty`)}</p>
        ) : (
          <ul aria-labelledby={nameId}>{children}</ul>
        )}
      </div>
    </div>
  );
}
