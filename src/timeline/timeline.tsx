import { useCallback, useMemo, useState } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { Panel } from '../design/panel';
import type { Playback } from '../playback/playback';
import { useDurationMs, useSpeed } from '../playback/use-playback';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import type { SeedSpread } from '../workspace/analysis';
import type { FaultPeriod } from '../workspace/fault-periods';
import { useText } from '../workspace/use-text';
import { FigureLegend } from './figure-legend';
import { FigureTable } from './figure-table';
import { type FigureId, figures } from './figures';
import { Playhead } from './playhead';
import { timeDomain } from './time-domain';
import { Transport } from './transport';
import { TrendChart } from './trend-chart';
import { useSeek } from './use-seek';
import './timeline.css';

export interface TimelineProps {
  playback: Playback;
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  seed: number;
  periods: readonly FaultPeriod[];
  /** The same run with other seeds; `null` while nobody has asked. */
  spread: SeedSpread | null;
  onToggle(): void;
  onRestart(): void;
  /** Goes to an instant of the run; `null` while its past cannot be reached again. */
  onSeek: ((timeMs: number) => void) | null;
}

/** The run's clock and its transport, and one figure of both sides over time. */
export function Timeline(props: TimelineProps) {
  const { playback, document, deployments, seed, periods, onToggle, onRestart, onSeek } = props;
  const { t } = useText();
  const [figureId, setFigureId] = useState<FigureId>('success');
  const [pointedMs, setPointedMs] = useState<number | null>(null);
  const domain = useTimeDomain(playback);
  const durationMs = useDurationMs(playback);
  const seek = useSeek(playback, onSeek);
  const deploymentIds = useMemo(() => deployments.map(({ id }) => id), [deployments]);
  const { feed } = playback;
  return (
    <Panel label={t('timeline.label')} className="timeline">
      <Transport playback={playback} seed={seed} onToggle={onToggle} onRestart={onRestart} />
      <TrendChart
        // A fresh axis for every figure, not that of the last one until its lines are drawn.
        key={figureId}
        label={t('timeline.chart', { figure: t(`timeline.${figureId}`) })}
        document={document}
        feed={feed}
        deploymentIds={deploymentIds}
        figure={figures[figureId]}
        domain={domain}
        periods={periods}
        spread={props.spread}
        pointedMs={pointedMs}
        onPoint={setPointedMs}
        onSeek={seek}
      />
      {seek !== null && durationMs !== null && (
        <Playhead playback={playback} durationMs={durationMs} onSeek={seek} />
      )}
      <FigureLegend
        feed={feed}
        deployments={deployments}
        figureId={figureId}
        pointedMs={pointedMs}
        onFigureChange={setFigureId}
      />
      <FigureTable feed={feed} deployments={deployments} figureId={figureId} />
    </Panel>
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
