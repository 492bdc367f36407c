/** What a pool and its workers say to each other. A worker does one job at a time. */
import type { ArchitectureDocument } from '../architecture/document';
import type { JobResult, RunJob } from '../simulation/replications/run-job';

export type PoolRequest =
  /** The document of the jobs that follow: sent once, since many jobs share it. */
  | { type: 'document'; document: ArchitectureDocument }
  | { type: 'run'; job: Omit<RunJob, 'document'> };

export type PoolAnswer =
  | { type: 'done'; result: JobResult }
  /** A broken invariant or a document that cannot run. */
  | { type: 'failed'; message: string };

/** As much of a `Worker` as a pool needs. */
export interface PoolPort {
  postMessage(message: PoolRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<PoolAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}
