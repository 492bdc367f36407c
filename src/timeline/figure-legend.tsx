import { useCallback, useId } from 'react';
import type { Deployment } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import { useText } from '../workspace/use-text';
import { type FigureId, figureIds, figures, rowAt } from './figures';
import './figure-legend.css';

export interface FigureLegendProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  figureId: FigureId;
  onFigureChange(figureId: FigureId): void;
}

/** Which figure the chart shows, and which line is whose, with its latest value. */
export function FigureLegend({ feed, deployments, figureId, onFigureChange }: FigureLegendProps) {
  const { t, nameOf } = useText();
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
            <LatestValue feed={feed} deploymentId={deployment.id} figureId={figureId} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface LatestValueProps {
  feed: RunFeed;
  deploymentId: string;
  figureId: FigureId;
}

function LatestValue({ feed, deploymentId, figureId }: LatestValueProps) {
  const { format } = useText();
  const figure = figures[figureId];
  const select = useCallback(() => {
    const series = feed.series(deploymentId);
    const row = rowAt(series, feed.current()?.timeMs ?? 0);
    return row < 0 ? Number.NaN : figure.valueOf(series, row);
  }, [feed, deploymentId, figure]);
  return <b>{figure.write(format, useSampledFrame(feed, select, 2))}</b>;
}
