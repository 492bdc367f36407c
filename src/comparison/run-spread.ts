import type { JobResult, RunJob } from '../simulation/replications/run-job';
import type { RunOne } from './analysis-subject';
import { isSameQuestion, knownSpread, rememberSpread } from './known-spread';
import { withoutReleases } from './release-loss';
import { runFaultsOf } from './run-faults';
import { SharedWork } from './shared-work';
import { takeAhead } from './spread-ahead';
import { type SpreadQuestion, spreadJobs } from './spread-jobs';

/** What is on the page, over many seeds. */
export interface Spread {
  readonly seedCount: number;
  /** Simulated, s. */
  readonly seconds: number;
  /** One for each deployment of the subject, in its order; the seeds in the same order on both sides. */
  readonly sides: readonly (readonly JobResult[])[];
  /** The same without the releases; `null` where nothing is released, or it has not been run. */
  readonly unreleased: Spread['sides'] | null;
}

export interface SpreadOptions extends SpreadQuestion {
  run: RunOne;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** What was asked last, which may be under way; who asks the same meanwhile waits for the same runs. */
let last: { question: SpreadQuestion; work: SharedWork<Spread> } | null = null;

export async function runSpread({ run, signal, onProgress, ...question }: SpreadOptions) {
  const known = knownSpread(question);
  if (known !== null) return known;
  if (last === null || last.work.isOver || !isSameQuestion(last.question, question)) {
    const work = new SharedWork((watcher) => workOut({ ...question, ...watcher, run }));
    last = { question, work };
  }
  return last.work.wait({ signal, onProgress });
}

async function workOut(options: SpreadOptions): Promise<Spread> {
  const { subject, seedCount, seconds } = options;
  const sides = await runSides(options, spreadJobs(options), takeAhead(options));
  const spread = { seedCount, seconds, sides, unreleased: null };
  rememberSpread({ subject, seedCount, seconds }, spread);
  return spread;
}

/** With what its releases cost; the same object where there are none. It takes one run more for each. */
export async function withReleases(options: SpreadOptions, spread: Spread): Promise<Spread> {
  const subject = withoutReleases(options.subject, options.seconds * 1000);
  if (subject === null) return spread;
  return { ...spread, unreleased: await runSides(options, spreadJobs({ ...options, subject })) };
}

/**
 * The same with what its faults did, against the same runs without them; the
 * same object where nothing goes wrong. It takes two runs more for each.
 */
export async function withImpact(options: SpreadOptions, spread: Spread): Promise<Spread> {
  const { subject, seconds } = options;
  const faults = subject.deployments.map(({ id }) => runFaultsOf(subject, id, seconds * 1000));
  if (faults.every((ofSide) => ofSide === null)) return spread;
  const jobs = spreadJobs(options).map((job, index): RunJob => {
    const impactOf = faults[index % faults.length];
    return { ...job, hasWindows: false, ...(impactOf === null ? {} : { impactOf }) };
  });
  const sides = await runSides(options, jobs);
  return {
    ...spread,
    sides: spread.sides.map((side, place) =>
      side.map((one, index) => ({ ...one, result: sides[place][index].result })),
    ),
  };
}

async function runSides(
  { subject, run, signal, onProgress }: SpreadOptions,
  jobs: readonly RunJob[],
  begun: readonly Promise<JobResult>[] = [],
): Promise<JobResult[][]> {
  let done = 0;
  onProgress(done, jobs.length);
  const again = (job: RunJob) => run(job, signal);
  const results = await Promise.all(
    jobs.map(async (job, index) => {
      const result = await (begun[index]?.catch(() => again(job)) ?? again(job));
      done += 1;
      onProgress(done, jobs.length);
      return result;
    }),
  );
  return subject.deployments.map((_, side) =>
    results.filter((_result, index) => index % subject.deployments.length === side),
  );
}
