import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Deployment } from '../../architecture/document';
import type { RunFeed } from '../../playback/run-feed';
import { useSampledFrame } from '../../playback/use-sampled-frame';
import { type FigureId, figureIds, figures, valueAt } from '../figures';
import type { TimeDomain } from '../time-domain';
import { type ChartPart, partFigureIds } from './chart-part';
import { PartFeed } from './part-feed';
import { areSame, stretchEnds, stretchesIn } from './table-stretches';
import { useChartsText } from './use-charts-text';
import './figure-table.css';

export interface FigureTableProps {
  feed: RunFeed;
  deployments: readonly Deployment[];
  /** What the charts show. */
  domain: TimeDomain;
  /** What is selected, whose figures follow those of the whole; `null` for nothing. */
  part: ChartPart | null;
  /** For everybody, or only for those who are read to. */
  isShown: boolean;
}

/** The charts in words and figures, for those who do not see them. */
export function FigureTable({ feed, deployments, domain, part, isShown }: FigureTableProps) {
  const { c, format, nameOf } = useChartsText();
  const ref = useRef<HTMLDivElement>(null);
  const select = useCallback(() => stretchesIn(domain, feed.knownMs), [feed, domain]);
  const stretches = useSampledFrame(feed, select, 1, areSame);
  const partFeed = useMemo(() => (part === null ? null : new PartFeed(feed, part)), [feed, part]);
  // It comes below the lanes, which may fill the page.
  useEffect(() => {
    if (isShown) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const { stepMs } = stretches;
  const shared = { deployments, stepMs, endsMs: stretchEnds(domain, stretches) };
  const step = format.duration(stepMs);
  return (
    // What scrolls has to be reached by the keyboard.
    <div
      ref={ref}
      className={isShown ? 'figure-table' : 'visually-hidden'}
      tabIndex={isShown ? 0 : undefined}
    >
      <FiguresOf
        {...shared}
        feed={feed}
        figureIds={figureIds}
        part={null}
        caption={c('charts.table.caption', { step })}
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
  stepMs: number;
  /** Where the stretches end, simulated ms. */
  endsMs: readonly number[];
}

function FiguresOf(props: FiguresOfProps) {
  const { caption, feed, deployments, part, figureIds, stepMs, endsMs } = props;
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
                  {stepMs < 1000 ? format.clock(endMs) : format.minutes(endMs)}
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
