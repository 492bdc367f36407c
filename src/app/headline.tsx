import { useCallback } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import { useText } from '../workspace/use-text';
import { headlineFigures, isSameHeadline, p99Tone, successTone } from './headline-figures';
import { PaneTitle } from './pane-title';
import './headline.css';

export interface HeadlineProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  feed: RunFeed;
}

/** A side's name and size, and the four figures that sum up how it is doing. */
export function Headline({ document, deployment, feed }: HeadlineProps) {
  const { t, format, nameOf } = useText();
  const select = useCallback(
    (frame: Parameters<typeof headlineFigures>[0]) => headlineFigures(frame, deployment),
    [deployment],
  );
  const figures = useSampledFrame(feed, select, 5, isSameHeadline);
  const name = nameOf(deployment.name);
  const shown = [
    { id: 'success', text: format.percent(figures.success), tone: successTone(figures.success) },
    { id: 'p99', text: format.duration(figures.msP99), tone: p99Tone(figures.msP99, document) },
    { id: 'requests', text: format.number(figures.goodputPerSecond), tone: 'plain' },
    { id: 'cost', text: format.money(figures.usdPerHour), tone: 'plain' },
  ] as const;
  return (
    <header className="headline">
      <div className="headline-name">
        <h2>
          <PaneTitle document={document} deployment={deployment} />
        </h2>
        <p>
          {t('pane.processes', { count: figures.processCount })} ·{' '}
          {t('pane.replicas', { count: figures.replicaCount })}
        </p>
      </div>
      <dl className="headline-figures" aria-label={t('pane.figures', { deployment: name })}>
        {shown.map(({ id, text, tone }) => (
          <div key={id} className={`headline-figure-${id}`} title={t(`pane.${id}.explanation`)}>
            <dt>{t(`pane.${id}`)}</dt>
            <dd className={`headline-${tone}`}>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
