import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { RequestStory } from '../simulation/span';
import { isBad, outcomeWord, partWords, type RowPlace, rowName, rowRemark } from './row-words';
import { SpanBar } from './span-bar';
import type { WaterfallText } from './use-waterfall-text';
import { sumsOf, type WaterfallRow } from './waterfall-rows';

export interface WaterfallTableProps {
  story: RequestStory;
  rows: readonly WaterfallRow[];
  place: RowPlace;
  /** Length of the time axis, which all stories share, ms. */
  axisMs: number;
  /** Place of the journey in the document: the colour of its work. */
  journey: number;
  /** The row that is looked at, −1 for none in this story. */
  chosen: number;
  onChoose(index: number): void;
  text: WaterfallText;
}

/** One customer in one deployment: a row for each span, on the shared axis. */
export function WaterfallTable(props: WaterfallTableProps) {
  const { story, rows, place, axisMs, journey, chosen, onChoose, text } = props;
  const { w, format, nameOf } = text;
  const headingId = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = chosen < 0 ? null : body.current?.rows[chosen];
    row?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const walk = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = index + step;
    if (step === 0 || next < 0 || next >= rows.length) return;
    event.preventDefault();
    onChoose(next);
    body.current?.rows[next]?.querySelector('button')?.focus();
  };
  const sums = sumsOf(rows);
  return (
    <section className="waterfall" aria-labelledby={headingId}>
      <h3 id={headingId} className="waterfall-heading">
        {nameOf(place.deployment.name)}
        <strong className={isBad(rows[0]) ? 'tone-failed-text' : ''}>
          {w('request.took', {
            time: format.duration(story.endMs - story.startMs),
            outcome: outcomeWord(rows[0], text),
          })}
        </strong>
        <span className="muted">
          {w('request.sums', {
            waiting: format.duration(sums.waiting),
            service: format.duration(sums.service),
            network: format.duration(sums.network),
          })}
          {sums.vain > 0 && ` · ${w('request.vain', { time: format.duration(sums.vain) })}`}
        </span>
      </h3>
      <table>
        <caption className="visually-hidden">
          {w('request.table', { deployment: nameOf(place.deployment.name) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{w('request.column.what')}</th>
            <th scope="col" aria-label={w('request.column.time')}>
              <span className="waterfall-axis">
                {[0, 0.5, 1].map((share) => (
                  <span key={share}>{format.duration(axisMs * share)}</span>
                ))}
              </span>
            </th>
            <th scope="col">{w('request.column.takes')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.index} className={row.index === chosen ? 'is-chosen' : undefined}>
              <th scope="row" style={{ paddingInlineStart: `${row.depth * 12}px` }}>
                <button
                  type="button"
                  aria-pressed={row.index === chosen}
                  tabIndex={row.index === Math.max(0, chosen) ? 0 : -1}
                  onClick={() => onChoose(row.index)}
                  onKeyDown={(event) => walk(event, row.index)}
                >
                  {rowName(row, place, text)}
                  <span className="muted"> {rowRemark(row, place, text)}</span>
                </button>
              </th>
              <td className="waterfall-lane">
                <SpanBar row={row} originMs={story.startMs} axisMs={axisMs} journey={journey} />
                <span className="visually-hidden">{partWords(row, text)}</span>
              </td>
              <td className="figure">
                {format.duration(row.span.endMs - row.startMs)}
                {isBad(row) && <em className="tone-failed-text"> {outcomeWord(row, text)}</em>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
