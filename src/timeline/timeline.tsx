import { useCallback, useMemo, useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { later } from '../design/later';
import { Panel } from '../design/panel';
import { isMarked } from '../playback/loop-stretch';
import type { Playback } from '../playback/playback';
import { useDurationMs, useLoopStretch, useSpeed } from '../playback/use-playback';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import type { SeedSpread } from '../workspace/analysis';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { FigureLegend } from './figure-legend';
import { type FigureId, figureOf, figures } from './figures';
import type { Ghost } from './ghost';
import { Playhead } from './playhead';
import { type TimeDomain, timeDomain } from './time-domain';
import { Transport } from './transport';
import { TrendChart, type TrendChartProps } from './trend-chart';
import { useForesight } from './use-foresight';
import { useSeek } from './use-seek';
import { changeTimelineView, useTimelineView } from './use-timeline-view';
import './timeline.css';

const LoopBand = later(async () => (await import('./loop-band')).LoopBand);
const Charts = later(
  async () => (await import('./expanded/charts')).Charts,
  () => <div className="charts" />,
);

export interface TimelineProps {
  playback: Playback;
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  seed: number;
  periods: readonly FaultPeriod[];
  /** The same run with other seeds; `null` while nobody has asked. */
  spread: SeedSpread | null;
  /** Other lines of the run, behind its own. */
  ghosts: readonly Ghost[];
  onToggle(): void;
  onRestart(): void;
  /** Goes to an instant of the run; `null` while its past cannot be reached again. */
  onSeek: ((timeMs: number) => void) | null;
}

/** The run's clock and its transport, and figures of both sides over time: one, or two with all that happens. */
export function Timeline(props: TimelineProps) {
  const { playback, document, deployments, seed, periods, spread, onToggle, onRestart } = props;
  const { feed } = playback;
  const { t } = useText();
  const { isExpanded, pinned } = useTimelineView();
  const domain = useTimeDomain(playback);
  const seek = useSeek(playback, props.onSeek);
  const near = useForesight(playback, domain.toMs);
  const isLoopMarked = isMarked(useLoopStretch(playback));
  const loopIn = (shown: TimeDomain) =>
    isLoopMarked && <LoopBand playback={playback} domain={shown} />;
  const deploymentIds = useMemo(() => deployments.map(({ id }) => id), [deployments]);
  const plot = { document, feed, deploymentIds, domain, periods, spread, ghosts: props.ghosts };
  return (
    <Panel
      label={t('timeline.label')}
      className={`timeline ${isExpanded ? 'timeline-expanded' : ''}`}
      data-moves-in-time
      {...near}
    >
      <Transport playback={playback} seed={seed} onToggle={onToggle} onRestart={onRestart} />
      <IconButton
        className="timeline-expand"
        label={isExpanded ? t('timeline.collapse') : t('timeline.expand')}
        aria-expanded={isExpanded}
        icon={<Icon name="chevron" />}
        onClick={() => changeTimelineView({ isExpanded: !isExpanded })}
      />
      {isExpanded ? (
        <Charts
          {...plot}
          deployments={deployments}
          pinned={pinned}
          onPin={(figureIds) => changeTimelineView({ pinned: figureIds })}
          loopIn={loopIn}
          onSeek={seek}
        />
      ) : (
        <OneChart
          {...plot}
          deployments={deployments}
          figureId={figureOf(pinned[0])}
          onFigureChange={(figureId) => changeTimelineView({ pinned: [figureId, pinned[1]] })}
          loop={loopIn(domain)}
          onSeek={seek}
        />
      )}
      {seek !== null && <Playhead playback={playback} domain={domain} onSeek={seek} />}
    </Panel>
  );
}

interface OneChartProps
  extends Omit<TrendChartProps, 'label' | 'figure' | 'pointedMs' | 'onPoint'> {
  deployments: readonly Deployment[];
  figureId: FigureId;
  onFigureChange(figureId: FigureId): void;
}

/** A single chart beside its legend. */
function OneChart({ deployments, figureId, onFigureChange, ...chart }: OneChartProps) {
  const { t } = useText();
  const [pointedMs, setPointedMs] = useState<number | null>(null);
  return (
    <>
      <TrendChart
        // A fresh axis for every figure, not that of the last one until its lines are drawn.
        key={figureId}
        {...chart}
        label={t('timeline.chart', { figure: t(`timeline.${figureId}`) })}
        figure={figures[figureId]}
        pointedMs={pointedMs}
        onPoint={setPointedMs}
      />
      <FigureLegend
        feed={chart.feed}
        deployments={deployments}
        figureId={figureId}
        pointedMs={pointedMs}
        onFigureChange={onFigureChange}
      />
    </>
  );
}

function useTimeDomain(playback: Playback) {
  const durationMs = useDurationMs(playback);
  const speed = useSpeed(playback);
  const selectFromMs = useCallback(
    (frame: Frame | null) => timeDomain(frame?.timeMs ?? 0, durationMs, speed).fromMs,
    [durationMs, speed],
  );
  const fromMs = useSampledFrame(playback.feed, selectFromMs);
  return useMemo(() => {
    const { toMs } = timeDomain(0, durationMs, speed);
    return { fromMs, toMs: fromMs + toMs };
  }, [fromMs, durationMs, speed]);
}
