import type { Deployment } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { useText } from '../workspace/use-text';
import { type FigureId, figures, rowAt } from './figures';

export interface FigureTableProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  figureId: FigureId;
}

/** A row for every stretch of this length, the latest few. */
const stretchMs = 5000;
const stretchCount = 6;

/** The chart in words and figures, for those who cannot see it. */
export function FigureTable({ feed, deployments, figureId }: FigureTableProps) {
  const { t, format, nameOf } = useText();
  const stretch = useSampledFrame(feed, stretchOf, 1);
  const figure = figures[figureId];
  const endsMs = Array.from({ length: stretchCount }, (_, back) => (stretch - back) * stretchMs)
    .filter((endMs) => endMs > 0)
    .reverse();
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          {t('timeline.summary.caption', { figure: t(`timeline.${figureId}`) })}
          {endsMs.length === 0 && ` ${t('timeline.summary.empty')}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('timeline.summary.time')}</th>
            {deployments.map(({ id, name }) => (
              <th key={id} scope="col">
                {nameOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {endsMs.map((endMs) => (
            <tr key={endMs}>
              <th scope="row">{format.minutes(endMs)}</th>
              {deployments.map(({ id }) => {
                const series = feed.series(id);
                const row = rowAt(series, endMs - series.rowMs);
                return (
                  <td key={id}>
                    {figure.write(format, row < 0 ? Number.NaN : figure.valueOf(series, row))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const stretchOf = (frame: Frame | null) => Math.floor((frame?.timeMs ?? 0) / stretchMs);
