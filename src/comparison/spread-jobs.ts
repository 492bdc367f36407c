import type { RunJob } from '../simulation/replications/run-job';
import { type AnalysisSubject, seedsFrom } from './analysis-subject';

/** What is asked of many seeds. */
export interface SpreadQuestion {
  readonly subject: AnalysisSubject;
  readonly seedCount: number;
  /** Simulated, s. */
  readonly seconds: number;
}

/** How many seeds are asked for where nobody says otherwise. */
export const usualSeedCount = 20;
/** How far a run without an end is looked at where nobody says otherwise, s. */
export const usualSeconds = 90;

/** What is asked first of whatever is on the page. */
export function usualQuestion(subject: AnalysisSubject): SpreadQuestion {
  const seconds = subject.durationMs === null ? usualSeconds : subject.durationMs / 1000;
  return { subject, seedCount: usualSeedCount, seconds };
}

/** Seed by seed both sides, so that what is done so far can be compared. */
export function spreadJobs({ subject, seedCount, seconds }: SpreadQuestion): RunJob[] {
  const { document, deployments, script, seed } = subject;
  return seedsFrom(seed, seedCount).flatMap((each) =>
    deployments.map(({ id }) => ({
      document,
      deploymentId: id,
      seed: each,
      seconds,
      warmupSeconds: 0,
      script,
      hasWindows: true,
    })),
  );
}
