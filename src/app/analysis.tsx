import { lazy, Suspense, useMemo } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { TimedCommand } from '../simulation/command';
import { useAnalysisView } from '../workspace/analysis';

const AnalysisSheet = lazy(async () => ({
  default: (await import('../comparison/analysis-sheet')).AnalysisSheet,
}));

export interface AnalysisProps {
  document: ArchitectureDocument;
  opened: ArchitectureDocument;
  deployments: readonly Deployment[];
  commands: readonly TimedCommand[];
  seed: number;
  durationMs: number | null;
}

/** The sheet of analyses, while one is open. */
export function Analysis({ document, opened, deployments, ...rest }: AnalysisProps) {
  const view = useAnalysisView();
  const { commands, seed, durationMs } = rest;
  const subject = useMemo(
    () => ({ document, opened, deployments, commands, seed, durationMs }),
    [document, opened, deployments, commands, seed, durationMs],
  );
  if (view === null) return null;
  return (
    <Suspense>
      <AnalysisSheet view={view} subject={subject} />
    </Suspense>
  );
}
