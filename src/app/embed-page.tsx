import { useMemo } from 'react';
import { Embed } from '../embed/embed';
import type { EmbedOptions } from '../embed/embed-options';
import { useWorkspace } from '../workspace/use-workspace';
import type { RunControl } from './run-control';
import { RunFailure } from './run-failure';
import { runPlan } from './run-plan';
import { useFaults } from './use-faults';
import { useLossNotice } from './use-loss-notice';
import { usePaneDeployments } from './use-pane-deployments';

export interface EmbedPageProps {
  options: EmbedOptions;
  run: RunControl;
}

/** The reduced page: what runs, handed to the embed. */
export function EmbedPage({ options, run }: EmbedPageProps) {
  const opened = useWorkspace((state) => state.document);
  const storyId = useWorkspace((state) => state.storyId);
  const { document } = runPlan({ document: opened, storyId });
  const [left, right = left] = usePaneDeployments();
  const deployments = useMemo(() => [left, right] as const, [left, right]);
  const { periods, active } = useFaults(document, run);
  useLossNotice(run.playback);
  return (
    <>
      <Embed
        options={options}
        document={document}
        deployments={deployments}
        run={run}
        periods={periods}
        active={active}
      />
      <RunFailure playback={run.playback} onRestart={run.restart} />
    </>
  );
}
