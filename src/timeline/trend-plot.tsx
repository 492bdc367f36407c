import { useId, useMemo, useRef } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import { later } from '../design/later';
import type { RunFeed } from '../playback/run-feed';
import type { SeedSpread } from '../workspace/analysis';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import type { Figure } from './figures';
import type { Ghost } from './ghost';
import type { TimeDomain } from './time-domain';
import type { PlotSize } from './trend-path';
import { useLiveLines } from './use-live-lines';
import { usePresent } from './use-present';
import './trend-plot.css';

// Only who has broken something, asked for many seeds, or has another branch, sees them.
const FaultMarks = later(async () => (await import('./fault-marks')).FaultMarks);
const SeedBands = later(async () => (await import('./seed-bands')).SeedBands);
// Only a pointer needs it.
const ChartPoints = later(async () => (await import('./chart-points')).ChartPoints);
const GhostLines = later(async () => (await import('./ghost-lines')).GhostLines);

export interface TrendPlotProps {
  document: ArchitectureDocument;
  feed: RunFeed;
  /** One line each, in this order of colours. */
  deploymentIds: readonly string[];
  figure: Figure;
  domain: TimeDomain;
  periods: readonly FaultPeriod[];
  /** The same run with other seeds; `null` while nobody has asked. */
  spread: SeedSpread | null;
  ghosts: readonly Ghost[];
  size: PlotSize;
  /** Somebody reads the chart at an instant. */
  isPointed: boolean;
  /** Room above the plot for the names of the faults, px; 0 leaves them out. */
  labelHeight: number;
}

/** The plot of one figure within the frame of a chart: axis, faults, and the lines of both sides. */
export function TrendPlot(props: TrendPlotProps) {
  const { feed, deploymentIds, figure, domain, periods, spread, ghosts, size } = props;
  const { format } = useText();
  const id = useId();
  const past = useRef<SVGRectElement>(null);
  const behind = useMemo(() => ghosts.flatMap(({ series }) => Object.values(series)), [ghosts]);
  const { axisMax, lines } = useLiveLines({ feed, deploymentIds, figure, domain, behind, size });
  usePresent(feed, domain, size.width, (x) => {
    past.current?.setAttribute('width', Math.min(size.width, Math.max(0, x)).toFixed(1));
  });
  const clip = `url(#${id}past)`;
  const shared = { deploymentIds, figure, domain, axisMax, size };
  return (
    <>
      <clipPath id={`${id}past`}>
        <rect
          ref={past}
          y={-props.labelHeight}
          width={0}
          height={size.height + props.labelHeight}
        />
      </clipPath>
      {periods.length > 0 && <FaultMarks {...props} clip={clip} />}
      {[0, 0.5, 1].map((share) => (
        <g key={share} transform={`translate(0 ${size.height * (1 - share)})`}>
          <line className="trend-grid" x2={size.width} />
          <text className="trend-tick" x={-10} dy="0.35em" textAnchor="end">
            {figure.write(format, axisMax * share)}
          </text>
        </g>
      ))}
      {spread !== null && <SeedBands spread={spread} {...shared} />}
      {ghosts.length > 0 && <GhostLines ghosts={ghosts} {...shared} />}
      {/* What is known beyond the playhead shows through, as far as it is seen at all. */}
      <g className="trend-future">
        {deploymentIds.map((deploymentId, index) => (
          <use key={deploymentId} href={`#${id}line${index}`} />
        ))}
      </g>
      <g clipPath={clip}>
        {deploymentIds.map((deploymentId, index) => (
          <path
            key={deploymentId}
            id={`${id}line${index}`}
            ref={(element) => {
              lines.current[index] = element;
            }}
            className={`trend-line trend-line-${index + 1}`}
          />
        ))}
      </g>
      {props.isPointed && <ChartPoints feed={feed} {...shared} />}
    </>
  );
}
