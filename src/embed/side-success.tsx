import { useCallback } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import {
  isSameOutcome,
  type JourneyOutcome,
  journeyOutcome,
  type OutcomeTone,
  outcomeTone,
} from '../comparison/journey-outcomes';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { useText } from '../workspace/use-text';

/** How all requests of a side fare, of late. */
export function useSideOutcome(
  document: ArchitectureDocument,
  deployment: Deployment,
  feed: RunFeed,
): JourneyOutcome {
  // The row behind the journeys' is that of all together.
  const row = document.journeys.length;
  const select = useCallback(
    (frame: Frame | null) => journeyOutcome(frame, deployment.id, row),
    [deployment.id, row],
  );
  return useSampledFrame(feed, select, 5, isSameOutcome);
}

/** Judged by the most patient journey: whoever exceeds its objective exceeds them all. */
function sideTone(outcome: JourneyOutcome, { journeys }: ArchitectureDocument): OutcomeTone {
  return outcomeTone(outcome, Math.max(...journeys.map(({ sloMs }) => sloMs)));
}

/** How long a side takes where that is what is wrong with it; else nothing. */
export function useAfter(document: ArchitectureDocument): (outcome: JourneyOutcome) => string {
  const { t, format } = useText();
  return (outcome) =>
    sideTone(outcome, document) === 'slow'
      ? t('embed.after', { time: format.duration(outcome.msP50) })
      : '';
}

export interface SideSuccessProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  feed: RunFeed;
  write(outcome: JourneyOutcome): string;
}

/** The one figure that says how a side is doing. */
export function SideSuccess({ document, deployment, feed, write }: SideSuccessProps) {
  const outcome = useSideOutcome(document, deployment, feed);
  return <b className={`side-success side-${sideTone(outcome, document)}`}>{write(outcome)}</b>;
}
