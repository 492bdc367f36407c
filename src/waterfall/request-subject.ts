import type { ArchitectureDocument, Deployment } from '../architecture/document';
import type { JobResult, RunJob } from '../simulation/replications/run-job';
import type { Script } from '../simulation/script';
import type { RequestStory } from '../simulation/span';

/** The run on the page, of which a request is told. */
export interface RequestSubject {
  /** What runs: the open document with what happens in the open story. */
  readonly document: ArchitectureDocument;
  readonly deployments: readonly Deployment[];
  readonly script: Script;
  readonly seed: number;
}

/** Does one run of many; rejects when the signal is aborted. */
export type RunOne = (job: RunJob, signal: AbortSignal) => Promise<JobResult>;

/** The same customer in every deployment on show. */
export interface ToldRequest {
  readonly journey: number;
  readonly number: number;
  /** In the order of the deployments; `null` where this customer did not come. */
  readonly stories: readonly (RequestStory | null)[];
}
