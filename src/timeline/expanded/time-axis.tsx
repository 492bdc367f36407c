import type { HTMLAttributes, ReactNode } from 'react';
import { tickWidth, timeTicks } from '../axis';
import type { TimeDomain } from '../time-domain';
import { xOf } from '../trend-path';
import { useElementSize } from '../use-element-size';
import { useChartsText } from './use-charts-text';

export interface TimeAxisProps {
  domain: TimeDomain;
  gestures: HTMLAttributes<HTMLElement>;
  loop: ReactNode;
  /** Controls beside the axis. */
  children: ReactNode;
}

/** The one time axis of everything above and below it. */
export function TimeAxis({ domain, gestures, loop, children }: TimeAxisProps) {
  const { c, format } = useChartsText();
  const [ref, { width }] = useElementSize<HTMLDivElement>();
  return (
    <div className="charts-row">
      {children}
      <div ref={ref} className="charts-axis" title={c('charts.zoom.hint')} {...gestures}>
        {timeTicks(domain.fromMs, domain.toMs, width / tickWidth).map((tickMs) => (
          <span key={tickMs} style={{ left: `${xOf(tickMs, domain, 100)}%` }}>
            {format.minutes(tickMs)}
          </span>
        ))}
        {loop}
      </div>
    </div>
  );
}
