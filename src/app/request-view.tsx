import { useCallback, useMemo } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import { later } from '../design/later';
import type { Script } from '../simulation/script';
import { useRequestWish } from '../workspace/request-wish';
import type { RunControl } from './run-control';

const WaterfallSheet = later(
  async () => (await import('../waterfall/waterfall-sheet')).WaterfallSheet,
);

export interface RequestViewProps {
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  script: Script;
  seed: number;
  run: RunControl;
}

/** The request that is looked at from inside, while there is one. */
export function RequestView({ document, deployments, script, seed, run }: RequestViewProps) {
  const wish = useRequestWish();
  const subject = useMemo(
    () => ({ document, deployments, script, seed }),
    [document, deployments, script, seed],
  );
  const { feed } = run.playback;
  const nowMs = useCallback(() => feed.current()?.timeMs ?? 0, [feed]);
  // Another document may be open by now.
  const isHere =
    wish?.kind === 'this'
      ? wish.journey < document.journeys.length
      : deployments.some(({ id }) => id === wish?.deploymentId);
  if (wish === null || !isHere) return null;
  return <WaterfallSheet wish={wish} subject={subject} nowMs={nowMs} onSeek={run.seek} />;
}
