/** What a thread of the sweep's pool does with one job. */
import type { SweepRow } from '../simulation/replications/sweep-row';
import { runDeployment } from '../simulation/run-deployment';
import type { SweepJob } from './sweep-jobs';

export default function runJob(job: SweepJob): SweepRow {
  const { document, vary, deploymentId, seed, seconds, warmupSeconds } = job;
  const result = runDeployment({ document, deploymentId, seed, seconds, warmupSeconds });
  return { document: document.id, vary, deployment: deploymentId, seed, result };
}
