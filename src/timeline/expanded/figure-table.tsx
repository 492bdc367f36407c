import type { Deployment } from '../../architecture/document';
import type { RunFeed } from '../../playback/run-feed';
import { useSampledFrame } from '../../playback/use-sampled-frame';
import type { Frame } from '../../simulation/frame';
import { figureIds, figures, valueAt } from '../figures';
import { useChartsText } from './use-charts-text';
import './figure-table.css';

export interface FigureTableProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  /** For everybody, or only for those who are read to. */
  isShown: boolean;
}

/** A row for every stretch of this length, the latest few. */
const stretchMs = 5000;
const stretchCount = 6;

/** The charts in words and figures, for those who do not see them. */
export function FigureTable({ feed, deployments, isShown }: FigureTableProps) {
  const { t, c, format, nameOf } = useChartsText();
  const stretch = useSampledFrame(feed, stretchOf, 1);
  const endsMs = Array.from({ length: stretchCount }, (_, back) => (stretch - back) * stretchMs)
    .filter((endMs) => endMs > 0)
    .reverse();
  return (
    // What scrolls has to be reached by the keyboard.
    <div
      className={isShown ? 'figure-table' : 'visually-hidden'}
      tabIndex={isShown ? 0 : undefined}
    >
      <table>
        <caption>
          {c('charts.table.caption')}
          {endsMs.length === 0 && ` ${c('charts.table.empty')}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{c('charts.table.time')}</th>
            <th scope="col">{c('charts.table.side')}</th>
            {figureIds.map((id) => (
              <th key={id} scope="col">
                {t(`timeline.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        {endsMs.map((endMs) => (
          <tbody key={endMs}>
            {deployments.map(({ id, name }, index) => (
              <tr key={id}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={deployments.length}>
                    {format.minutes(endMs)}
                  </th>
                )}
                <th scope="row">{nameOf(name)}</th>
                {figureIds.map((figureId) => {
                  const figure = figures[figureId];
                  const series = feed.series(id);
                  return (
                    <td key={figureId}>
                      {figure.write(format, valueAt(series, figure, endMs - series.rowMs))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const stretchOf = (frame: Frame | null) => Math.floor((frame?.timeMs ?? 0) / stretchMs);
