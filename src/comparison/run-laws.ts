/** The laws of queueing theory, simulated in the reader's own browser. */
import type { LawCase, LawOutcome } from '../simulation/laws/law';
import { checkedLawDocument, lawOutcomes } from '../simulation/laws/law-outcomes';
import type { RunOne } from './analysis-subject';

export type LawVerdict =
  | 'agrees'
  /** The interval is wider than the tolerance, and both overlap: nothing speaks against the law. */
  | 'consistent'
  | 'disagrees';

export interface LawRow {
  readonly outcome: LawOutcome;
  /** The figure of every replication by itself. */
  readonly points: readonly number[];
  readonly verdict: LawVerdict;
}

export interface LawRunOptions {
  laws: readonly LawCase[];
  /** How much of the measured time of the plan is simulated, > 0 to 1. */
  share: number;
  run: RunOne;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
  onRows(rows: readonly LawRow[]): void;
}

/** The rows in the order of the laws; `onRows` gets those of the laws that are done. */
export async function runLaws(options: LawRunOptions): Promise<LawRow[]> {
  const { laws, onProgress, onRows } = options;
  const total = laws.reduce((sum, { plan }) => sum + plan.replications, 0);
  let done = 0;
  onProgress(done, total);
  const known: LawRow[][] = laws.map(() => []);
  const onJob = () => {
    done += 1;
    onProgress(done, total);
  };
  await Promise.all(
    laws.map(async (lawCase, index) => {
      known[index] = await rowsOf(lawCase, options, onJob);
      onRows(known.flat());
    }),
  );
  return known.flat();
}

async function rowsOf(
  lawCase: LawCase,
  { share, run, signal }: LawRunOptions,
  onJob: () => void,
): Promise<LawRow[]> {
  const document = checkedLawDocument(lawCase);
  const { replications, seconds, warmupSeconds, isWhole } = lawCase.plan;
  const results = await Promise.all(
    Array.from({ length: replications }, async (_, index) => {
      const job = {
        document,
        deploymentId: lawCase.deploymentId ?? document.deployments[0].id,
        seed: index + 1,
        seconds: warmupSeconds + (seconds - warmupSeconds) * (isWhole ? 1 : share),
        warmupSeconds,
        script: [],
        hasWindows: false,
      };
      const { result } = await run(job, signal);
      onJob();
      return result;
    }),
  );
  return lawOutcomes(lawCase, results).map((outcome, index) => ({
    outcome,
    points: results.map(lawCase.figures[index].of),
    verdict: verdictOf(outcome),
  }));
}

export function verdictOf(outcome: LawOutcome): LawVerdict {
  const { agrees, isSharp, simulated, theory, tolerance, halfWidth } = outcome;
  if (agrees && isSharp) return 'agrees';
  const overlaps = Math.abs(simulated - theory) <= tolerance + halfWidth;
  return !isSharp && overlaps ? 'consistent' : 'disagrees';
}
