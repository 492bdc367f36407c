import { runInSlices } from '../../src/simulation/replications/run-in-slices';
import type { JobResult, RunJob } from '../../src/simulation/replications/run-job';

/** A pool of one, without a worker. */
export async function runHere(job: RunJob): Promise<JobResult> {
  const slices = runInSlices(job);
  let slice = slices.next();
  while (!slice.done) slice = slices.next();
  return slice.value;
}
