import type { Deployment } from '../../architecture/document';
import type { WindowSeries } from '../../playback/window-series';
import { lookInto } from '../../workspace/request-wish';
import { type FigureId, figures, rowAt, valueAt } from '../figures';
import { pointWords } from '../point-words';
import { requestPointOf } from '../request-points';
import type { ChartsText } from './use-charts-text';

export interface FigureValueProps {
  deployment: Deployment;
  series: WindowSeries;
  figureId: FigureId;
  /** The instant whose value is told. */
  readMs: number;
  /** Whether customers' requests stand behind it. */
  hasRequests: boolean;
  /** Several processes answer for the part here: they have no line in common. */
  isSeveral: boolean;
  /** `null` lets go of the instant. */
  onPoint(timeMs: number | null): void;
  text: ChartsText;
}

const className = 'charts-value';

/** What a line says at an instant; where requests stand behind that, it opens one of them. */
export function FigureValue(props: FigureValueProps) {
  const { deployment, series, figureId, readMs, hasRequests, isSeveral, onPoint, text } = props;
  if (isSeveral) return <span className="muted">{text.c('charts.part.several')}</span>;
  const value = valueAt(series, figures[figureId], readMs);
  const written = figures[figureId].write(text.format, value);
  const point =
    hasRequests && Number.isFinite(value)
      ? requestPointOf(figureId, series, rowAt(series, readMs))
      : null;
  if (point === null) return <b>{written}</b>;
  const words = text.c('charts.point.open', {
    value: written,
    deployment: text.nameOf(deployment.name),
    request: pointWords(point, text),
  });
  return (
    <button
      type="button"
      className={className}
      aria-label={words}
      title={words}
      onClick={() => lookInto({ kind: 'point', deploymentId: deployment.id, point })}
      onBlur={({ relatedTarget }) => {
        if (!isValue(relatedTarget)) onPoint(null);
      }}
    >
      {written}
    </button>
  );
}

/** Whether the focus is still with the values of an instant. */
export function isValue(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains(className);
}

export function firstValueIn(charts: Element | null): HTMLElement | null {
  return charts?.querySelector<HTMLElement>(`.${className}`) ?? null;
}
