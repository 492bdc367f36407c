import type { HTMLAttributes } from 'react';
import type { Deployment } from '../../architecture/document';
import { InlineSelect } from '../../design/inline-select';
import { type FigureGroup, type FigureId, figureGroups, figures } from '../figures';
import { TrendPlot, type TrendPlotProps } from '../trend-plot';
import { useElementSize } from '../use-element-size';
import { FigureValue } from './figure-value';
import { useChartsText } from './use-charts-text';

export interface PlotRowProps extends Omit<TrendPlotProps, 'figure' | 'size' | 'labelHeight'> {
  /** 1 or 2, for its name. */
  number: number;
  deployments: readonly Deployment[];
  figureId: FigureId;
  onFigureChange(figureId: FigureId): void;
  /** The instant whose values are told. */
  readMs: number;
  gestures: HTMLAttributes<HTMLElement>;
  /** `null` lets go of the instant. */
  onPoint(timeMs: number | null): void;
}

/** One of the pinned figures: what it is, what it says, and its plot. */
export function PlotRow(props: PlotRowProps) {
  const { number, deployments, figureId, onFigureChange, readMs, gestures, onPoint, ...plot } =
    props;
  const text = useChartsText();
  const { t, c, nameOf } = text;
  const [ref, size] = useElementSize<HTMLDivElement>();
  const figure = figures[figureId];
  const name = t(`timeline.${figureId}`);
  return (
    <div className="charts-row">
      <div className="charts-head">
        <InlineSelect
          label={c('charts.figure', { number })}
          text={name}
          value={figureId}
          onChange={(value) => onFigureChange(value as FigureId)}
        >
          {Object.entries(figureGroups).map(([group, ids]) => (
            <optgroup key={group} label={c(`charts.group.${group as FigureGroup}`)}>
              {ids.map((id) => (
                <option key={id} value={id}>
                  {t(`timeline.${id}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </InlineSelect>
        <ul className="charts-values">
          {deployments.map((deployment, index) => (
            <li key={deployment.id}>
              <span className={`figure-swatch figure-swatch-${index + 1}`} />
              <span className="charts-side">{nameOf(deployment.name)}</span>
              <FigureValue
                {...{ deployment, figureId, readMs, onPoint, text }}
                series={plot.feed.series(deployment.id)}
              />
            </li>
          ))}
        </ul>
      </div>
      <div
        ref={ref}
        className="charts-plot"
        role="img"
        aria-label={t('timeline.chart', { figure: name })}
        {...gestures}
      >
        {size.width > 0 && (
          <svg aria-hidden="true" width={size.width} height={size.height}>
            <TrendPlot key={figureId} {...plot} figure={figure} size={size} labelHeight={0} />
          </svg>
        )}
      </div>
    </div>
  );
}
