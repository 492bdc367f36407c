import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { JobResult, RunJob } from '../simulation/replications/run-job';
import type { Script } from '../simulation/script';

/** What is on the page, as the analyses take it. */
export interface AnalysisSubject {
  /** What runs: the open document with what happens in the open story. */
  readonly document: ArchitectureDocument;
  /** The open document by itself. */
  readonly opened: ArchitectureDocument;
  /** On the left and, where there are two, on the right. */
  readonly deployments: readonly Deployment[];
  /** What was done to the present run. */
  readonly script: Script;
  readonly seed: number;
  /** `null` for a run without an end. */
  readonly durationMs: number | null;
}

/** Does one job of many; rejects when the signal is aborted. */
export type RunOne = (job: RunJob, signal: AbortSignal) => Promise<JobResult>;

/** The seeds of an analysis: that of the page and those after it. */
export function seedsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (first + index) % 2 ** 32);
}
