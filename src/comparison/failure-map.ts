/**
 * Who is hurt by what: every module fails in every way, in both cuts, and each
 * run is compared with the same run without the fault: same customers, same
 * luck. The share that is harmed is the fault's blast radius, see
 * `simulation/replications/fault-impact`.
 */
import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { Command, Fault, TimedCommand } from '../simulation/command';
import { blastRadiusOf } from '../simulation/replications/fault-impact';
import type { JobResult, RunJob } from '../simulation/replications/run-job';
import { type RunOne, seedsFrom } from './analysis-subject';

/** As strong as the faults that a reader causes by a click. */
export const mapFaults: readonly Fault[] = [
  { kind: 'crash' },
  { kind: 'slow', factor: 50 },
  { kind: 'errors', rate: 0.5 },
];

export interface FailureRow {
  readonly moduleId: string;
  readonly fault: Fault;
  /** By journey and, within, by deployment: the share of requests harmed, 0 to 1. */
  readonly harmed: readonly (readonly number[])[];
}

export interface FailureMapOptions {
  document: ArchitectureDocument;
  deployments: readonly Deployment[];
  /** What holds from the start in every run, faults apart. */
  commands: readonly Command[];
  seed: number;
  run: RunOne;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
  onRow(rows: readonly FailureRow[]): void;
}

const seedCount = 3;
/** The run settles first; only who comes after the fault counts. */
export const faultAtSeconds = 5;
const seconds = 20;

/** The rows in the order of modules and faults; `onRow` gets those that are known so far. */
export async function mapFailures(options: FailureMapOptions): Promise<FailureRow[]> {
  const { document, deployments, run, signal, onProgress, onRow } = options;
  const cases = document.modules.flatMap(({ id }) =>
    mapFaults.map((fault) => ({ moduleId: id, fault })),
  );
  const total = (cases.length + 1) * deployments.length * seedCount;
  let done = 0;
  const runCounted = async (job: RunJob) => {
    const result = await run(job, signal);
    done += 1;
    onProgress(done, total);
    return result;
  };
  const runsWith = (commands: readonly Command[]) =>
    deployments.map((deployment) =>
      Promise.all(jobsOf(options, deployment, commands).map(runCounted)),
    );
  onProgress(0, total);
  const healthy = await Promise.all(runsWith([]));
  const known: (FailureRow | null)[] = cases.map(() => null);
  await Promise.all(
    cases.map(async ({ moduleId, fault }, index) => {
      const sides = await Promise.all(runsWith([faultCommand({ moduleId, fault })]));
      const harmed = document.journeys.map((_, journey) =>
        sides.map((faulty, side) => meanHarm(document, journey, healthy[side], faulty)),
      );
      known[index] = { moduleId, fault, harmed };
      onRow(known.filter((row) => row !== null));
    }),
  );
  return known.filter((row) => row !== null);
}

function jobsOf(
  { document, commands, seed }: FailureMapOptions,
  deployment: Deployment,
  faults: readonly Command[],
): RunJob[] {
  return seedsFrom(seed, seedCount).map((each) => ({
    document,
    deploymentId: deployment.id,
    seed: each,
    seconds,
    warmupSeconds: faultAtSeconds,
    script: failureScript(commands, faults),
    hasWindows: false,
    hasRequests: true,
  }));
}

/** What happens in a run of the map: what holds from the start, and what breaks then. */
export function failureScript(
  commands: readonly Command[],
  faults: readonly Command[],
): TimedCommand[] {
  return [
    ...commands.map((command) => ({ atMs: 0, command })),
    ...faults.map((command) => ({ atMs: faultAtSeconds * 1000, command })),
  ];
}

export function faultCommand({ moduleId, fault }: Pick<FailureRow, 'moduleId' | 'fault'>): Command {
  return { kind: 'module-fault', moduleId, faultKind: fault.kind, fault };
}

function meanHarm(
  document: ArchitectureDocument,
  journey: number,
  healthy: readonly JobResult[],
  faulty: readonly JobResult[],
): number {
  const span = { fromMs: faultAtSeconds * 1000, untilMs: null };
  const harms = faulty.flatMap(({ requests }, index) => {
    const before = healthy[index].requests;
    if (requests === null || before === null) return [];
    const comparison = { document, healthy: before, faulty: requests, span, warmupMs: 0 };
    return [blastRadiusOf(comparison, journey) ?? 0];
  });
  return harms.reduce((sum, harm) => sum + harm, 0) / harms.length;
}
