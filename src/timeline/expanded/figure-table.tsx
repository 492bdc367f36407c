import { useMemo } from 'react';
import type { Deployment } from '../../architecture/document';
import type { RunFeed } from '../../playback/run-feed';
import { useSampledFrame } from '../../playback/use-sampled-frame';
import type { Frame } from '../../simulation/frame';
import { type FigureId, figureIds, figures, valueAt } from '../figures';
import { type ChartPart, partFigureIds } from './chart-part';
import { PartFeed } from './part-feed';
import { useChartsText } from './use-charts-text';
import './figure-table.css';

export interface FigureTableProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  /** What is selected, whose figures follow those of the whole; `null` for nothing. */
  part: ChartPart | null;
  /** For everybody, or only for those who are read to. */
  isShown: boolean;
}

/** A row for every stretch of this length, the latest few. */
const stretchMs = 5000;
const stretchCount = 6;

/** The charts in words and figures, for those who do not see them. */
export function FigureTable({ feed, deployments, part, isShown }: FigureTableProps) {
  const { c, nameOf } = useChartsText();
  const stretch = useSampledFrame(feed, stretchOf, 1);
  const partFeed = useMemo(() => (part === null ? null : new PartFeed(feed, part)), [feed, part]);
  const endsMs = Array.from({ length: stretchCount }, (_, back) => (stretch - back) * stretchMs)
    .filter((endMs) => endMs > 0)
    .reverse();
  const shared = { deployments, endsMs };
  return (
    // What scrolls has to be reached by the keyboard.
    <div
      className={isShown ? 'figure-table' : 'visually-hidden'}
      tabIndex={isShown ? 0 : undefined}
    >
      <FiguresOf
        {...shared}
        feed={feed}
        figureIds={figureIds}
        part={null}
        caption={c('charts.table.caption')}
      />
      {part !== null && partFeed !== null && (
        <FiguresOf
          {...shared}
          feed={partFeed}
          figureIds={partFigureIds}
          part={part}
          caption={c('charts.table.part', { part: nameOf(part.name) })}
        />
      )}
    </div>
  );
}

interface FiguresOfProps extends Pick<FigureTableProps, 'feed' | 'deployments' | 'part'> {
  caption: string;
  figureIds: readonly FigureId[];
  /** Where the stretches end, simulated ms. */
  endsMs: readonly number[];
}

function FiguresOf({ caption, feed, deployments, part, figureIds, endsMs }: FiguresOfProps) {
  const { t, c, format, nameOf } = useChartsText();
  return (
    <table>
      <caption>
        {caption}
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
              {part?.unitIndices[id] === null ? (
                <td colSpan={figureIds.length}>{c('charts.part.several')}</td>
              ) : (
                figureIds.map((figureId) => {
                  const series = feed.series(id);
                  const value = valueAt(series, figures[figureId], endMs - series.rowMs);
                  return <td key={figureId}>{figures[figureId].write(format, value)}</td>;
                })
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

const stretchOf = (frame: Frame | null) => Math.floor((frame?.timeMs ?? 0) / stretchMs);
