import type { LoadPatternPoint } from '../../architecture/document';
import { curveOf, drawnMs } from '../../workspace/load-shapes';
import { useSettingsText } from '../fields/use-settings-text';
import './load-curve.css';

const width = 240;
const height = 56;

/** The arrivals over time, as times the usual ones; a line at the usual ones to compare with. */
export function LoadCurve({ pattern }: { pattern: readonly LoadPatternPoint[] }) {
  const { s, format } = useSettingsText();
  const untilMs = drawnMs(pattern);
  const corners = curveOf(pattern, untilMs);
  const factors = corners.map(({ factor }) => factor);
  const most = Math.max(...factors);
  const top = Math.max(1, most) * 1.15;
  const x = (atMs: number) => (atMs / untilMs) * width;
  const y = (factor: number) => height - (factor / top) * height;
  const line = corners.map(({ atMs, factor }) => `${x(atMs)},${y(factor)}`).join(' ');
  return (
    <figure className="load-curve">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={s('load.curve', {
          from: format.number(Math.min(...factors), 1),
          to: format.number(most, 1),
          time: format.duration(untilMs),
        })}
      >
        <polygon points={`0,${height} ${line} ${width},${height}`} className="load-curve-area" />
        <line x1={0} x2={width} y1={y(1)} y2={y(1)} className="load-curve-usual" />
        <polyline points={line} className="load-curve-line" />
      </svg>
      <figcaption aria-hidden="true">
        <span>{format.factor(most)}</span>
        <span>{format.minutes(untilMs)}</span>
      </figcaption>
    </figure>
  );
}
