import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { Playback } from '../playback/playback';
import type { TimedCommand } from '../simulation/command';
import { useAnalysisView } from '../workspace/analysis';

const loadSheet = () => import('../comparison/analysis-sheet');

const AnalysisSheet = lazy(async () => ({ default: (await loadSheet()).AnalysisSheet }));

/** In so many runs of so many simulated seconds the browser has compiled what the engine needs most. */
const practiceRuns = 4;
const practiceSeconds = 30;

/** Everything for whoever is about to ask: the sheet, the workers, and what draws the bands. */
function prepareAnalysis({ document, deployments }: PracticeSubject): void {
  void loadSheet();
  void import('../timeline/seed-bands');
  const practice = Array.from({ length: practiceRuns }, (_, seed) =>
    deployments.map(({ id }) => ({
      document,
      deploymentId: id,
      seed,
      seconds: practiceSeconds,
      warmupSeconds: 0,
      script: [],
      hasWindows: true,
    })),
  ).flat();
  void import('../playback/run-pool').then(({ pagePool }) => pagePool().prepare(practice));
}

type PracticeSubject = Pick<AnalysisProps, 'document' | 'deployments'>;

export interface AnalysisProps {
  /** Stands still while a sheet covers it: the cores are for the runs of the sheet. */
  playback: Playback;
  document: ArchitectureDocument;
  opened: ArchitectureDocument;
  deployments: readonly Deployment[];
  commands: readonly TimedCommand[];
  seed: number;
  durationMs: number | null;
}

/** The sheet of analyses, while one is open. */
export function Analysis({ playback, document, opened, deployments, ...rest }: AnalysisProps) {
  const view = useAnalysisView();
  const isCovered = view !== null;
  useEffect(() => {
    if (!isCovered) return;
    playback.setOnScreen(false);
    return () => playback.setOnScreen(true);
  }, [playback, isCovered]);
  useEffect(() => {
    const near = ({ target }: Event) => {
      if (!(target instanceof Element) || target.closest('[data-asks]') === null) return;
      prepareAnalysis({ document, deployments });
    };
    window.addEventListener('pointerover', near);
    window.addEventListener('focusin', near);
    return () => {
      window.removeEventListener('pointerover', near);
      window.removeEventListener('focusin', near);
    };
  }, [document, deployments]);
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
