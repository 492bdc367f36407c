import { useCallback } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import {
  isSameOutcome,
  type JourneyOutcome,
  journeyOutcome,
  outcomeTone,
} from '../comparison/journey-outcomes';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';

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

export interface SideSuccessProps {
  document: ArchitectureDocument;
  deployment: Deployment;
  feed: RunFeed;
  write(success: number): string;
}

/** The one figure that says how a side is doing. */
export function SideSuccess({ document, deployment, feed, write }: SideSuccessProps) {
  const outcome = useSideOutcome(document, deployment, feed);
  return <b className={`side-success side-${outcomeTone(outcome)}`}>{write(outcome.success)}</b>;
}
