import { faultLabel } from '../workspace/fault-label';
import { useText } from '../workspace/use-text';
import { faultBands } from './fault-bands';
import type { TrendPlotProps } from './trend-plot';

/** A letter of the labels is about this wide, px. */
const letterWidth = 6.6;

export interface FaultMarksProps
  extends Pick<TrendPlotProps, 'document' | 'domain' | 'periods' | 'size' | 'labelHeight'> {
  /** What cuts those that have not ended at the present. */
  clip: string;
}

/** The periods of faults, with their names above where there is room. */
export function FaultMarks(props: FaultMarksProps) {
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
