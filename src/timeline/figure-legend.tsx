import { useId } from 'react';
import type { Deployment } from '../architecture/document';
import type { Format } from '../i18n/format';
import type { RunFeed } from '../playback/run-feed';
import type { WindowSeries } from '../playback/window-series';
import { useText } from '../workspace/use-text';
import { type Figure, type FigureId, figureIds, figures, rowAt } from './figures';
import './figure-legend.css';

export interface FigureLegendProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  figureId: FigureId;
  /** The instant of the chart that is pointed at: the lines then tell their values. */
  pointedMs: number | null;
  onFigureChange(figureId: FigureId): void;
}

/** Which figure the chart shows, which line is whose, and what they say where the reader points. */
export function FigureLegend(props: FigureLegendProps) {
  const { feed, deployments, figureId, pointedMs, onFigureChange } = props;
  const { t, format, nameOf } = useText();
  const name = useId();
  return (
    <div className="figure-legend">
      <div role="radiogroup" aria-label={t('timeline.figure')} className="figure-choice">
        {figureIds.map((id) => (
          <label key={id} className="figure-option">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={id === figureId}
              onChange={() => onFigureChange(id)}
            />
            {t(`timeline.${id}`)}
          </label>
        ))}
      </div>
      <ul className="figure-lines">
        {deployments.map((deployment, index) => (
          <li key={deployment.id}>
            <span className={`figure-swatch figure-swatch-${index + 1}`} />
            <span className="figure-line-name">{nameOf(deployment.name)}</span>
            {pointedMs !== null && (
              <b>{writtenAt(feed.series(deployment.id), figures[figureId], pointedMs, format)}</b>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a line says at an instant that has passed; a dash for the future. */
function writtenAt(series: WindowSeries, figure: Figure, timeMs: number, format: Format): string {
  const row = rowAt(series, timeMs);
  const isPast = row >= 0 && timeMs < (row + 1) * series.rowMs;
  return figure.write(format, isPast ? figure.valueOf(series, row) : Number.NaN);
}
