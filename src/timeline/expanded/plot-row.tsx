import type { HTMLAttributes } from 'react';
import type { Deployment } from '../../architecture/document';
import { InlineSelect } from '../../design/inline-select';
import { type FigureGroup, figureGroups, figures, type PinnedFigure } from '../figures';
import { TrendPlot, type TrendPlotProps } from '../trend-plot';
import { useElementSize } from '../use-element-size';
import { type ChartPart, partFigureIds } from './chart-part';
import { FigureValue } from './figure-value';
import type { ShownChart } from './shown-chart';
import { type ChartsText, useChartsText } from './use-charts-text';

/** Other seeds and other lines are known of the whole, and so are the customers behind its points. */
const ofPartAlone = { spread: null, ghosts: [], isPointed: false };

export interface PlotRowProps extends Omit<TrendPlotProps, 'figure' | 'size' | 'labelHeight'> {
  /** 1 or 2, for its name. */
  number: number;
  deployments: readonly Deployment[];
  chart: ShownChart;
  /** What is selected, whose figures can be shown as well. */
  part: ChartPart | null;
  onPin(figure: PinnedFigure): void;
  /** The instant whose values are told. */
  readMs: number;
  gestures: HTMLAttributes<HTMLElement>;
  /** `null` lets go of the instant. */
  onPoint(timeMs: number | null): void;
}

/** One of the pinned figures: what it is, what it says, and its plot. */
export function PlotRow(props: PlotRowProps) {
  const { number, deployments, chart, part, onPin, readMs, gestures, onPoint, ...plot } = props;
  const { figureId, name, feed } = chart;
  const text = useChartsText();
  const { t, c, nameOf } = text;
  const [ref, size] = useElementSize<HTMLDivElement>();
  const figure = figures[figureId];
  const isWhole = chart.part === null;
  return (
    <div className="charts-row">
      <div className="charts-head">
        <InlineSelect
          label={c('charts.figure', { number })}
          text={name}
          value={chart.pinned}
          onChange={(value) => onPin(value as PinnedFigure)}
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
          {part !== null && (
            <optgroup label={c('charts.part', { part: nameOf(part.name) })}>
              {partFigureIds.map((id) => (
                <option key={id} value={`part:${id}`}>
                  {t(`timeline.${id}`)}
                </option>
              ))}
            </optgroup>
          )}
        </InlineSelect>
        <ul className="charts-values">
          {deployments.map((deployment, index) => (
            <li key={deployment.id} title={unitNameOf(deployment, chart.part, nameOf)}>
              <span className={`figure-swatch figure-swatch-${index + 1}`} />
              <span className="charts-side">{nameOf(deployment.name)}</span>
              <FigureValue
                {...{ deployment, figureId, readMs, onPoint, text }}
                series={feed.series(deployment.id)}
                hasRequests={isWhole}
                isSeveral={chart.part?.unitIndices[deployment.id] === null}
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
            <TrendPlot
              key={chart.pinned}
              {...plot}
              {...(isWhole ? {} : ofPartAlone)}
              feed={feed}
              figure={figure}
              size={size}
              labelHeight={0}
            />
          </svg>
        )}
      </div>
    </div>
  );
}

/** Which process the line of a part is about. */
function unitNameOf(
  { id, units }: Deployment,
  part: ChartPart | null,
  nameOf: ChartsText['nameOf'],
): string | undefined {
  const unit = units[part?.unitIndices[id] ?? -1];
  return unit === undefined ? undefined : nameOf(unit.name);
}
