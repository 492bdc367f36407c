import type { ArchitectureDocument } from '../../architecture/document';
import type { TimedCommand } from '../command';
import type { RunResult } from '../run-result';
import type { RequestStory } from '../span';
import type { FaultSpan } from './fault-span';
import type { RequestOutcomes } from './request-outcomes';

/** One run of many: everything that its outcome follows from. */
export interface RunJob {
  /** A checked document. */
  readonly document: ArchitectureDocument;
  readonly deploymentId: string;
  /** Whole number ≥ 0. */
  readonly seed: number;
  /** Simulated time, warm-up included, s. */
  readonly seconds: number;
  /** Requests that arrive before are not counted, s. */
  readonly warmupSeconds: number;
  /** What happens, in the order of the run; what comes after its end never does. */
  readonly script: readonly TimedCommand[];
  /** Whether the figures of every window are wanted; it takes some time to keep them. */
  readonly hasWindows: boolean;
  /** Whether it is wanted what became of every request; default false. */
  readonly hasRequests?: boolean;
  /** What the faults between two instants did is wanted: the job is run once more without them. Default not. */
  readonly impactOf?: RunFaults;
  /** The request whose story is wanted: the run ends with it. Default none. */
  readonly storyOf?: { readonly journey: number; readonly number: number };
}

/** What goes wrong in a run, and the script of the run without it; the timeline's own faults are left out by themselves. */
export interface RunFaults {
  readonly span: FaultSpan;
  readonly healthyScript: readonly TimedCommand[];
}

export interface JobResult {
  readonly result: Omit<RunResult, 'wallMs'>;
  /** Rows of `windowFieldCount` values, see `simulation/frame`; `null` where they were not wanted. */
  readonly windows: Float64Array | null;
  /** `null` where they were not wanted. */
  readonly requests: RequestOutcomes | null;
  /** `null` where none was wanted, or the request had not come. */
  readonly story: RequestStory | null;
}
