import { useCallback } from 'react';
import { Icon } from '../design/icon';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { useText } from '../workspace/use-text';

/** Says why a side stands still: its simulation had to stop. */
export function StoppedNote({ deploymentId, feed }: { deploymentId: string; feed: RunFeed }) {
  const { t, format } = useText();
  const select = useCallback(
    (frame: Frame | null) =>
      frame?.deployments.find((one) => one.deploymentId === deploymentId)?.stopped?.atMs ?? null,
    [deploymentId],
  );
  const stoppedAtMs = useSampledFrame(feed, select);
  if (stoppedAtMs === null) return null;
  return (
    <p className="stopped-note" role="status">
      <Icon name="alert" />
      {t('app.run.stopped', { time: format.clock(stoppedAtMs) })}
    </p>
  );
}
