import { lazy, Suspense, useId, useMemo, useRef } from 'react';
import type { ArchitectureDocument } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import type { SeedSpread } from '../workspace/analysis';
import { faultLabel } from '../workspace/fault-label';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { faultBands } from './fault-bands';
import type { Figure } from './figures';
import type { Ghost } from './ghost';
import type { TimeDomain } from './time-domain';
import type { PlotSize } from './trend-path';
import { useLiveLines } from './use-live-lines';
import { usePresent } from './use-present';
import './trend-plot.css';

// Only who has asked for many seeds, or has another branch, sees them.
const SeedBands = lazy(async () => ({ default: (await import('./seed-bands')).SeedBands }));
const GhostLines = lazy(async () => ({ default: (await import('./ghost-lines')).GhostLines }));

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
  /** Room above the plot for the names of the faults, px; 0 leaves them out. */
  labelHeight: number;
}

/** A letter of the labels is about this wide, px. */
const letterWidth = 6.6;

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
      <FaultMarks {...props} periods={periods} clip={clip} />
      {[0, 0.5, 1].map((share) => (
        <g key={share} transform={`translate(0 ${size.height * (1 - share)})`}>
          <line className="trend-grid" x2={size.width} />
          <text className="trend-tick" x={-10} dy="0.35em" textAnchor="end">
            {figure.write(format, axisMax * share)}
          </text>
        </g>
      ))}
      <Suspense>
        {spread !== null && <SeedBands spread={spread} {...shared} />}
        {ghosts.length > 0 && <GhostLines ghosts={ghosts} {...shared} />}
      </Suspense>
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
    </>
  );
}

/** The periods of faults, with their names above where there is room. */
function FaultMarks(props: TrendPlotProps & { clip: string }) {
  const { document, domain, periods, size, labelHeight, clip } = props;
  const text = useText();
  const labels = new Map(periods.map((period) => [period, faultLabel(period, document, text)]));
  const bands = faultBands(
    periods,
    domain,
    size.width,
    (period) => (labels.get(period)?.length ?? 0) * letterWidth + 24,
  );
  return bands.map(({ period, x, width, hasLabel }) => (
    <g key={`${period.target.id} ${period.fault.kind} ${period.fromMs}`}>
      <rect
        className="trend-fault"
        x={x}
        width={width}
        height={size.height}
        clipPath={period.untilMs === null ? clip : undefined}
      />
      {hasLabel && labelHeight > 0 && (
        <text className="trend-fault-label" x={x} y={-13}>
          ▲ {labels.get(period)}
        </text>
      )}
    </g>
  ));
}
