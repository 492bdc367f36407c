import { type ReactNode, useMemo, useState } from 'react';
import type { Deployment } from '../../architecture/document';
import { useSampledFrame } from '../../playback/use-sampled-frame';
import type { Frame } from '../../simulation/frame';
import { useWorkspace } from '../../workspace/use-workspace';
import type { PinnedFigure } from '../figures';
import { isTouched } from '../is-touched';
import { Lanes } from '../lanes/lanes';
import type { TimeDomain } from '../time-domain';
import type { TrendPlotProps } from '../trend-plot';
import { chartPartOf } from './chart-part';
import { FigureTable } from './figure-table';
import { PlotRow } from './plot-row';
import { ReadingCursor } from './reading-cursor';
import { shownChart } from './shown-chart';
import { TimeAxis } from './time-axis';
import { TimeOverlay } from './time-overlay';
import { useChartsText } from './use-charts-text';
import { useTimeGestures } from './use-time-gestures';
import { ZoomTools } from './zoom-tools';
import './charts.css';

export interface ChartsProps
  extends Omit<TrendPlotProps, 'figure' | 'size' | 'labelHeight' | 'isPointed'> {
  deployments: readonly Deployment[];
  pinned: readonly [PinnedFigure, PinnedFigure];
  onPin(pinned: readonly [PinnedFigure, PinnedFigure]): void;
  /** The looped stretch on an axis that shows so much. */
  loopIn(domain: TimeDomain): ReactNode;
  /** Goes to an instant; `null` where that cannot be done. */
  onSeek: ((timeMs: number) => void) | null;
}

/** Two figures of both sides over one time axis, which can be read, sought and enlarged. */
export function Charts(props: ChartsProps) {
  const { deployments, pinned, onPin, loopIn, onSeek, ...plot } = props;
  const { feed, document } = plot;
  const text = useChartsText();
  const selection = useWorkspace((state) => state.selection);
  const part = useMemo(
    () => chartPartOf(document, deployments, selection),
    [document, deployments, selection],
  );
  const charts = useMemo(
    () => pinned.map((one) => shownChart(one, feed, part, text)),
    [pinned, feed, part, text],
  );
  const [pointedMs, setPointedMs] = useState<number | null>(null);
  const [zoom, setZoom] = useState<TimeDomain | null>(null);
  const [isTableShown, setTableShown] = useState(false);
  const nowMs = useSampledFrame(feed, timeMsOf, 2);
  const whole = plot.domain;
  const domain = zoom ?? whole;
  const gestures = useTimeGestures({
    domain,
    whole,
    onPoint: setPointedMs,
    onSeek,
    onZoom: setZoom,
  });
  // Nobody points: the latest window that is whole.
  const readMs = pointedMs ?? Math.max(0, nowMs - feed.series(deployments[0].id).rowMs);
  const row = {
    ...plot,
    part,
    domain,
    deployments,
    readMs,
    isPointed: pointedMs !== null || isTouched(),
    onPoint: setPointedMs,
    gestures: gestures.on('plot'),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a shortcut for a button of its own.
    <div
      className="charts"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || (gestures.brush === null && zoom === null)) return;
        event.stopPropagation();
        if (gestures.brush === null) setZoom(null);
        gestures.end();
      }}
    >
      <div className="charts-rows">
        <PlotRow
          {...row}
          number={1}
          chart={charts[0]}
          onPin={(figure) => onPin([figure, pinned[1]])}
        />
        <PlotRow
          {...row}
          number={2}
          chart={charts[1]}
          onPin={(figure) => onPin([pinned[0], figure])}
        />
        <TimeAxis domain={domain} gestures={gestures.on('axis')} loop={loopIn(domain)}>
          <ZoomTools
            domain={domain}
            whole={whole}
            aroundMs={pointedMs ?? nowMs}
            onZoom={setZoom}
            isTableShown={isTableShown}
            onTableShown={setTableShown}
          />
        </TimeAxis>
        <Lanes feed={feed} document={document} deployments={deployments} domain={domain} />
        <TimeOverlay feed={feed} domain={domain} pointedMs={pointedMs} brush={gestures.brush} />
        <ReadingCursor
          charts={charts}
          deployments={deployments}
          domain={domain}
          readMs={readMs}
          onPoint={setPointedMs}
        />
      </div>
      <FigureTable {...{ feed, deployments, domain, part }} isShown={isTableShown} />
    </div>
  );
}

const timeMsOf = (frame: Frame | null) => frame?.timeMs ?? 0;
