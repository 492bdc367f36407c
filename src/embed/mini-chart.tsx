import { useEffect, useMemo, useRef } from 'react';
import type { Playback } from '../playback/playback';
import { useDurationMs, useSpeed } from '../playback/use-playback';
import type { Frame } from '../simulation/frame';
import { figures } from '../timeline/figures';
import { timeDomain } from '../timeline/time-domain';
import { trendPath, xOf } from '../timeline/trend-path';
import { useElementSize } from '../timeline/use-element-size';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';

export interface MiniChartProps {
  playback: Playback;
  deploymentIds: readonly string[];
  periods: readonly FaultPeriod[];
}

const success = figures.success;
/** Room for the playhead's knob and for half of a line, px. */
const margin = 6;

/** The success of both sides over time, without a scale: from nobody at the foot to everybody at the top. */
export function MiniChart({ playback, deploymentIds, periods }: MiniChartProps) {
  const { t } = useText();
  const { feed } = playback;
  const durationMs = useDurationMs(playback);
  const speed = useSpeed(playback);
  const [frameRef, frame] = useElementSize<HTMLDivElement>();
  const size = useMemo(
    () => ({
      width: Math.max(0, frame.width - 2 * margin),
      height: Math.max(0, frame.height - 2 * margin),
    }),
    [frame],
  );
  const lines = useRef<(SVGPathElement | null)[]>([]);
  const bands = useRef<SVGPathElement>(null);
  const playhead = useRef<SVGGElement>(null);

  useEffect(() => {
    if (size.width === 0) return;
    const draw = (latest: Frame | null) => {
      const timeMs = latest?.timeMs ?? 0;
      const domain = timeDomain(timeMs, durationMs, speed);
      const x = (ms: number) => Math.min(size.width, Math.max(0, xOf(ms, domain, size.width)));
      deploymentIds.forEach((id, index) => {
        const path = trendPath(feed.series(id), success, domain, 1, size);
        lines.current[index]?.setAttribute('d', path);
      });
      const rectangles = periods.map(({ fromMs, untilMs }) => {
        const from = x(fromMs);
        return `M${from} 0H${x(untilMs ?? timeMs)}V${size.height}H${from}Z`;
      });
      bands.current?.setAttribute('d', rectangles.join(''));
      playhead.current?.setAttribute('transform', `translate(${x(timeMs).toFixed(1)} 0)`);
    };
    draw(feed.current());
    return feed.subscribe(draw);
  }, [feed, deploymentIds, durationMs, speed, periods, size]);

  return (
    <div ref={frameRef} className="mini-chart">
      {size.width > 0 && size.height > 0 && (
        <svg
          role="img"
          aria-label={t('timeline.chart', { figure: t('timeline.success') })}
          width={frame.width}
          height={frame.height}
        >
          <g transform={`translate(${margin} ${margin})`}>
            <path ref={bands} className="mini-chart-fault" />
            <line className="mini-chart-foot" y1={size.height} y2={size.height} x2={size.width} />
            {deploymentIds.map((id, index) => (
              <path
                key={id}
                ref={(element) => {
                  lines.current[index] = element;
                }}
                className={`mini-chart-line mini-chart-line-${index + 1}`}
              />
            ))}
            <g ref={playhead} className="mini-chart-playhead">
              <line y2={size.height} />
              <circle r={4} />
            </g>
          </g>
        </svg>
      )}
    </div>
  );
}
