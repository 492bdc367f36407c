import { useId } from 'react';
import type { Deployment } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import { useText } from '../workspace/use-text';
import { type FigureId, figures, valueAt } from './figures';
import './figure-legend.css';

export interface FigureLegendProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  figureId: FigureId;
  /** The instant of the chart that is pointed at: the lines then tell their values. */
  pointedMs: number | null;
  onFigureChange(figureId: FigureId): void;
}

/** Those asked for most; the expanded timeline has all of them. */
const nearest: readonly FigureId[] = ['success', 'p99', 'goodput', 'cost'];

/** Which figure the chart shows, which line is whose, and what they say where the reader points. */
export function FigureLegend(props: FigureLegendProps) {
  const { feed, deployments, figureId, pointedMs, onFigureChange } = props;
  const { t, format, nameOf } = useText();
  const name = useId();
  const choices = nearest.includes(figureId) ? nearest : [...nearest.slice(0, -1), figureId];
  return (
    <div className="figure-legend">
      <div role="radiogroup" aria-label={t('timeline.figure')} className="figure-choice">
        {choices.map((id) => (
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
              <b>
                {figures[figureId].write(
                  format,
                  valueAt(feed.series(deployment.id), figures[figureId], pointedMs),
                )}
              </b>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
