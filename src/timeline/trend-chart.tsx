import { type PointerEvent, type ReactNode, useMemo, useRef } from 'react';
import { useText } from '../workspace/use-text';
import { tickWidth, timeTicks } from './axis';
import { isTouched } from './is-touched';
import { type PlotSize, timeAt, xOf } from './trend-path';
import { TrendPlot, type TrendPlotProps } from './trend-plot';
import { useElementSize } from './use-element-size';
import { usePresent } from './use-present';
import './trend-chart.css';

export interface TrendChartProps
  extends Omit<TrendPlotProps, 'size' | 'labelHeight' | 'isPointed'> {
  label: string;
  /** The instant that is pointed at, simulated ms; `null` while none is. */
  pointedMs: number | null;
  onPoint(timeMs: number | null): void;
  /** The looped stretch of the time axis. */
  loop: ReactNode;
  /** Goes to an instant; `null` where that cannot be done. */
  onSeek: ((timeMs: number) => void) | null;
}

const margin = { top: 26, right: 18, bottom: 20, left: 54 };

/** One figure over time, with its own axes and the playhead. */
export function TrendChart(props: TrendChartProps) {
  const { label, pointedMs, onPoint, loop, onSeek, ...plot } = props;
  const { domain, feed } = plot;
  const { format } = useText();
  const [frameRef, frameSize] = useElementSize<HTMLDivElement>();
  const size = useMemo(() => plotSizeOf(frameSize), [frameSize]);
  const { width, height } = size;
  const playhead = useRef<SVGGElement>(null);
  usePresent(feed, domain, width, (x) => {
    const within = Math.min(width, Math.max(0, x));
    playhead.current?.setAttribute('transform', `translate(${within.toFixed(1)} 0)`);
  });
  return (
    <div ref={frameRef} className="trend-chart">
      {width > 0 && height > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={frameSize.width}
          height={frameSize.height}
          data-seekable={onSeek !== null}
          onPointerDown={(event) => {
            if (onSeek === null || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            onSeek(timeAt(placeOf(event), domain, width));
          }}
          onPointerMove={(event) => {
            const timeMs = timeAt(placeOf(event), domain, width);
            onPoint(timeMs);
            if (event.currentTarget.hasPointerCapture(event.pointerId)) onSeek?.(timeMs);
          }}
          onPointerLeave={() => onPoint(null)}
        >
          <g transform={`translate(${margin.left} ${margin.top})`}>
            <TrendPlot
              {...plot}
              size={size}
              labelHeight={margin.top}
              isPointed={pointedMs !== null || isTouched()}
            />
            {timeTicks(domain.fromMs, domain.toMs, width / tickWidth).map((tickMs) => (
              <text
                key={tickMs}
                className="trend-tick"
                x={xOf(tickMs, domain, width)}
                y={height + 16}
                textAnchor="middle"
              >
                {format.minutes(tickMs)}
              </text>
            ))}
            {pointedMs !== null && (
              <line
                className="trend-pointer"
                x1={xOf(pointedMs, domain, width)}
                x2={xOf(pointedMs, domain, width)}
                y2={height}
              />
            )}
            <g ref={playhead} className="trend-playhead">
              <line y1={-4} y2={height} />
              <circle cy={-4} r={4.5} />
            </g>
          </g>
        </svg>
      )}
      {loop}
    </div>
  );
}

function plotSizeOf(frame: PlotSize): PlotSize {
  return {
    width: Math.max(0, frame.width - margin.left - margin.right),
    height: Math.max(0, frame.height - margin.top - margin.bottom),
  };
}

/** Where in the plot the pointer is, from its left end in CSS pixels. */
function placeOf({ clientX, currentTarget }: PointerEvent<SVGSVGElement>): number {
  return clientX - currentTarget.getBoundingClientRect().x - margin.left;
}
