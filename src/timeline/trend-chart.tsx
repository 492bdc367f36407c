import {
  lazy,
  type PointerEvent,
  Suspense,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import type { Frame } from '../simulation/frame';
import type { SeedSpread } from '../workspace/analysis';
import { faultLabel } from '../workspace/fault-label';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { niceCeil, timeTicks } from './axis';
import { faultBands } from './fault-bands';
import type { Figure } from './figures';
import type { TimeDomain } from './time-domain';
import { largestWithin, type PlotSize, trendPath, xOf } from './trend-path';
import { useElementSize } from './use-element-size';
import './trend-chart.css';

// Only who has asked for many seeds sees them.
const SeedBands = lazy(async () => ({ default: (await import('./seed-bands')).SeedBands }));

export interface TrendChartProps {
  label: string;
  document: ArchitectureDocument;
  feed: RunFeed;
  /** One line each, in this order of colours. */
  deploymentIds: readonly string[];
  figure: Figure;
  domain: TimeDomain;
  periods: readonly FaultPeriod[];
  /** The same run with other seeds; `null` while nobody has asked. */
  spread: SeedSpread | null;
  /** The instant that is pointed at, simulated ms; `null` while none is. */
  pointedMs: number | null;
  onPoint(timeMs: number | null): void;
  /** Goes to an instant; `null` where that cannot be done. */
  onSeek: ((timeMs: number) => void) | null;
}

const margin = { top: 26, right: 18, bottom: 20, left: 54 };
/** A letter of the labels is about this wide, px. */
const letterWidth = 6.6;
/** Room that a label on the time axis needs, px. */
const tickWidth = 64;

export function TrendChart(props: TrendChartProps) {
  const { label, document, deploymentIds, figure, domain, periods, pointedMs, onPoint, onSeek } =
    props;
  const text = useText();
  const clipId = useId();
  const [frameRef, frameSize] = useElementSize<HTMLDivElement>();
  const plotSize = useMemo(() => plotSizeOf(frameSize), [frameSize]);
  const { width, height } = plotSize;
  const { axisMax, lines, playhead, past } = useLiveLines(props, plotSize);

  const labels = new Map(periods.map((period) => [period, faultLabel(period, document, text)]));
  const bands = faultBands(
    periods,
    domain,
    width,
    (period) => (labels.get(period)?.length ?? 0) * letterWidth + 24,
  );
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
            <clipPath id={clipId}>
              <rect ref={past} y={-margin.top} width={0} height={height + margin.top} />
            </clipPath>
            {bands.map(({ period, x, width: bandWidth, hasLabel }) => (
              <g key={`${period.target.id} ${period.fault.kind} ${period.fromMs}`}>
                <rect
                  className="trend-fault"
                  x={x}
                  width={bandWidth}
                  height={height}
                  clipPath={period.untilMs === null ? `url(#${clipId})` : undefined}
                />
                {hasLabel && (
                  <text className="trend-fault-label" x={x} y={-13}>
                    ▲ {labels.get(period)}
                  </text>
                )}
              </g>
            ))}
            {[0, 0.5, 1].map((share) => (
              <g key={share} transform={`translate(0 ${height * (1 - share)})`}>
                <line className="trend-grid" x2={width} />
                <text className="trend-tick" x={-10} dy="0.35em" textAnchor="end">
                  {figure.write(text.format, axisMax * share)}
                </text>
              </g>
            ))}
            {timeTicks(domain.fromMs, domain.toMs, width / tickWidth).map((tickMs) => (
              <text
                key={tickMs}
                className="trend-tick"
                x={xOf(tickMs, domain, width)}
                y={height + 16}
                textAnchor="middle"
              >
                {text.format.minutes(tickMs)}
              </text>
            ))}
            {props.spread !== null && (
              <Suspense>
                <SeedBands
                  spread={props.spread}
                  deploymentIds={deploymentIds}
                  figure={figure}
                  domain={domain}
                  axisMax={axisMax}
                  size={plotSize}
                />
              </Suspense>
            )}
            {deploymentIds.map((id, index) => (
              <path
                key={id}
                ref={(element) => {
                  lines.current[index] = element;
                }}
                className={`trend-line trend-line-${index + 1}`}
              />
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

/** The instant at a place of the plot, within the ends of the chart. */
function timeAt(x: number, { fromMs, toMs }: TimeDomain, width: number): number {
  return fromMs + Math.min(1, Math.max(0, x / width)) * (toMs - fromMs);
}

/** Keeps lines, playhead and axis up to the run, past React: sixty times a second nothing renders. */
function useLiveLines({ feed, deploymentIds, figure, domain }: TrendChartProps, size: PlotSize) {
  const lines = useRef<(SVGPathElement | null)[]>([]);
  const playhead = useRef<SVGGElement>(null);
  const past = useRef<SVGRectElement>(null);
  const [axisMax, setAxisMax] = useState(figure.axisMaxLeast);
  useEffect(() => {
    if (size.width === 0) return;
    const drawnRevisions: number[] = [];
    const drawLines = () => {
      const series = deploymentIds.map((id) => feed.series(id));
      if (series.every(({ revision }, index) => revision === drawnRevisions[index])) return;
      const largest = Math.max(...series.map((one) => largestWithin(one, figure, domain)));
      const wanted = Math.max(figure.axisMaxLeast, Math.min(figure.axisMaxMost, largest));
      const max = niceCeil(wanted);
      setAxisMax(max);
      series.forEach((one, index) => {
        lines.current[index]?.setAttribute('d', trendPath(one, figure, domain, max, size));
        drawnRevisions[index] = one.revision;
      });
    };
    const draw = (frame: Frame | null) => {
      drawLines();
      const x = Math.min(size.width, Math.max(0, xOf(frame?.timeMs ?? 0, domain, size.width)));
      playhead.current?.setAttribute('transform', `translate(${x.toFixed(1)} 0)`);
      past.current?.setAttribute('width', x.toFixed(1));
    };
    draw(feed.current());
    return feed.subscribe(draw);
  }, [feed, deploymentIds, figure, domain, size]);
  return { axisMax, lines, playhead, past };
}
