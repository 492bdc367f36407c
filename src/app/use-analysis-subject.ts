import { useMemo } from 'react';
import type { AnalysisSubject } from '../comparison/analysis-subject';
import { useWorkspace } from '../workspace/use-workspace';
import { runPlan } from './run-plan';
import { usePaneDeployments } from './use-pane-deployments';

/** What is on the page; the same object until any of it changes, so that what is known of it is known by all. */
export function useAnalysisSubject(): AnalysisSubject {
  const opened = useWorkspace((state) => state.document);
  const storyId = useWorkspace((state) => state.storyId);
  const script = useWorkspace((state) => state.script);
  const seed = useWorkspace((state) => state.seed);
  const deployments = usePaneDeployments();
  // What runs: the document with what happens in the open story.
  const { document, durationMs } = runPlan({ document: opened, storyId });
  return useMemo(
    () => ({ document, opened, deployments, script, seed, durationMs }),
    [document, opened, deployments, script, seed, durationMs],
  );
}
