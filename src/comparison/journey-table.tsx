import { useCallback } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { Icon, type IconName } from '../design/icon';
import { JourneyMark } from '../design/journey-mark';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { useText } from '../workspace/use-text';
import { isSameOutcome, journeyOutcome, type OutcomeTone, outcomeTone } from './journey-outcomes';
import './journey-table.css';

export interface JourneyTableProps {
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  feed: RunFeed;
  /** A journey is asked about. */
  onSelect(journeyId: string): void;
}

/** Who gets through, by what they came for: the legend of the colours and the outcome in one. */
export function JourneyTable({ document, deployments, feed, onSelect }: JourneyTableProps) {
  const { t, nameOf } = useText();
  return (
    <table className="journey-table" aria-label={t('comparison.title')}>
      <caption className="visually-hidden">{t('comparison.explanation')}</caption>
      <thead>
        <tr>
          <th scope="col" className="eyebrow" title={t('comparison.explanation')}>
            {t('comparison.title')}
          </th>
          {deployments.map(({ id, name }, index) => (
            <th key={id} scope="col" title={nameOf(name)}>
              <span className={`journey-side journey-side-${index + 1}`} />
              <span className="visually-hidden">{nameOf(name)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {document.journeys.map(({ id, name, sloMs }, index) => (
          <tr key={id}>
            <th scope="row">
              <button type="button" className="journey-name" onClick={() => onSelect(id)}>
                <JourneyMark index={index} />
                {nameOf(name)}
              </button>
            </th>
            {deployments.map((deployment) => (
              <Outcome
                key={deployment.id}
                deploymentId={deployment.id}
                journeyIndex={index}
                sloMs={sloMs}
                feed={feed}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const icons: Readonly<Record<OutcomeTone, IconName | null>> = {
  unknown: null,
  fine: 'check',
  slow: 'clock',
  degraded: 'alert',
  failed: 'close',
};

interface OutcomeProps {
  deploymentId: string;
  journeyIndex: number;
  sloMs: number;
  feed: RunFeed;
}

function Outcome({ deploymentId, journeyIndex, sloMs, feed }: OutcomeProps) {
  const { t, format } = useText();
  const select = useCallback(
    (frame: Frame | null) => journeyOutcome(frame, deploymentId, journeyIndex),
    [deploymentId, journeyIndex],
  );
  const outcome = useSampledFrame(feed, select, 5, isSameOutcome);
  const tone = outcomeTone(outcome, sloMs);
  const icon = icons[tone];
  const median = format.duration(outcome.msP50);
  const explanation =
    tone === 'slow'
      ? t('comparison.slow', { time: median, objective: format.duration(sloMs) })
      : outcome.degraded > 0
        ? t('comparison.degraded', { share: format.percent(outcome.degraded) })
        : undefined;
  return (
    <td className={`outcome outcome-${tone}`} title={explanation}>
      {icon !== null && <Icon name={icon} size={11} strokeWidth={2.4} />}
      {tone === 'slow' ? median : format.percent(outcome.success)}
      {explanation !== undefined && <span className="visually-hidden"> {explanation}</span>}
    </td>
  );
}
