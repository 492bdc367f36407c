import type { Deployment } from '../../architecture/document';
import { windowMs } from '../../simulation/frame';
import { figures, valueAt } from '../figures';
import type { TimeDomain } from '../time-domain';
import { firstValueIn, isValue } from './figure-value';
import type { ShownChart } from './shown-chart';
import { type ChartsText, useChartsText } from './use-charts-text';

export interface ReadingCursorProps {
  charts: readonly ShownChart[];
  deployments: readonly Deployment[];
  domain: TimeDomain;
  readMs: number;
  /** `null` lets go of the instant. */
  onPoint(timeMs: number | null): void;
}

/** Reads the charts by the keyboard: what pointing at them is for the pointer. */
export function ReadingCursor(props: ReadingCursorProps) {
  const { domain, readMs, onPoint } = props;
  const text = useChartsText();
  const value = Math.min(domain.toMs, Math.max(domain.fromMs, readMs));
  return (
    <input
      type="range"
      className="charts-cursor visually-hidden"
      aria-label={text.c('charts.cursor')}
      aria-valuetext={readingOf(props, value, text)}
      min={domain.fromMs}
      max={domain.toMs}
      step={windowMs}
      value={value}
      onChange={(event) => onPoint(event.target.valueAsNumber)}
      aria-description={text.c('charts.cursor.hint')}
      onFocus={() => onPoint(value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // The same press would go on to the value that has the focus by then, and click it.
        event.preventDefault();
        firstValueIn(event.currentTarget.closest('.charts'))?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        if (!isValue(relatedTarget)) onPoint(null);
      }}
    />
  );
}

/** `00:32.5. Success: Monolith 31%, Microservices 94%. p99: …` */
function readingOf(
  { charts, deployments }: ReadingCursorProps,
  timeMs: number,
  { c, format, nameOf }: ChartsText,
): string {
  const read = charts.map(({ figureId: id, name, feed }) => {
    const values = deployments.map((deployment) =>
      c('charts.cursor.side', {
        deployment: nameOf(deployment.name),
        value: figures[id].write(format, valueAt(feed.series(deployment.id), figures[id], timeMs)),
      }),
    );
    return c('charts.cursor.figure', { figure: name, values: values.join(', ') });
  });
  return c('charts.cursor.value', { time: format.clock(timeMs), figures: read.join(' ') });
}
