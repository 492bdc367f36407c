import { useCallback } from 'react';
import type { Deployment } from '../architecture/document';
import { SegmentedControl } from '../design/segmented-control';
import type { RunFeed } from '../playback/run-feed';
import { useSampledFrame } from '../playback/use-sampled-frame';
import type { Frame } from '../simulation/frame';
import { useText } from '../workspace/use-text';
import { headlineFigures, successTone } from './headline-figures';
import './pane-tabs.css';

export interface PaneTabsProps {
  deployments: readonly Deployment[];
  shownId: string;
  feed: RunFeed;
  onShow(deploymentId: string): void;
}

/** On a narrow page: which side is on show, with the success of both in sight. */
export function PaneTabs({ deployments, shownId, feed, onShow }: PaneTabsProps) {
  const { t, nameOf } = useText();
  return (
    <SegmentedControl
      className="pane-tabs"
      label={t('app.view')}
      segments={deployments.map((deployment) => ({
        value: deployment.id,
        label: (
          <>
            {nameOf(deployment.name)} <Success deployment={deployment} feed={feed} />
          </>
        ),
      }))}
      value={shownId}
      onChange={onShow}
    />
  );
}

function Success({ deployment, feed }: { deployment: Deployment; feed: RunFeed }) {
  const { format } = useText();
  const select = useCallback(
    (frame: Frame | null) => headlineFigures(frame, deployment).success,
    [deployment],
  );
  const success = useSampledFrame(feed, select);
  return <b className={`headline-${successTone(success)}`}>{format.percent(success)}</b>;
}
