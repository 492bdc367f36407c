import type { JobResult, RunJob } from '../simulation/replications/run-job';
import { type AnalysisSubject, type RunOne, seedsFrom } from './analysis-subject';

/** What is on the page, over many seeds. */
export interface Spread {
  readonly seedCount: number;
  /** One for each deployment of the subject, in its order; the seeds in the same order on both sides. */
  readonly sides: readonly (readonly JobResult[])[];
}

export interface SpreadOptions {
  subject: AnalysisSubject;
  seedCount: number;
  /** Simulated, s. */
  seconds: number;
  run: RunOne;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

export async function runSpread(options: SpreadOptions): Promise<Spread> {
  const { subject, seedCount, run, signal, onProgress } = options;
  const jobs = spreadJobs(options);
  let done = 0;
  onProgress(done, jobs.length);
  const results = await Promise.all(
    jobs.map(async (job) => {
      const result = await run(job, signal);
      done += 1;
      onProgress(done, jobs.length);
      return result;
    }),
  );
  const sides = subject.deployments.map((_, side) =>
    results.filter((_result, index) => index % subject.deployments.length === side),
  );
  return { seedCount, sides };
}

/** Seed by seed both sides, so that what is done so far can be compared. */
function spreadJobs({ subject, seedCount, seconds }: SpreadOptions): RunJob[] {
  const { document, deployments, commands, seed } = subject;
  return seedsFrom(seed, seedCount).flatMap((each) =>
    deployments.map(({ id }) => ({
      document,
      deploymentId: id,
      seed: each,
      seconds,
      warmupSeconds: 0,
      script: commands,
      hasWindows: true,
    })),
  );
}
