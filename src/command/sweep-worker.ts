/** What a thread of the sweep's pool does with one job. */
import type { SweepRow } from '../simulation/replications/sweep-row';
import { runDeployment } from '../simulation/run-deployment';
import type { SweepJob } from './sweep-jobs';

export default function runJob(job: SweepJob): SweepRow {
  const { vary, ...options } = job;
  const { document, deploymentId, seed } = options;
  const result = runDeployment(options);
  return { document: document.id, vary, deployment: deploymentId, seed, result };
}
