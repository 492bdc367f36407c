import { runDeployment } from '../run-deployment';
import type { LawCase, LawOutcome, Result } from './law';
import { checkedLawDocument, lawOutcomes } from './law-outcomes';

/** Simulates a case and compares each of its figures with theory. */
export function checkLaw(lawCase: LawCase): LawOutcome[] {
  return lawOutcomes(lawCase, replicationsOf(lawCase));
}

function replicationsOf(lawCase: LawCase): Result[] {
  const { deploymentId, plan } = lawCase;
  const checked = checkedLawDocument(lawCase);
  return Array.from({ length: plan.replications }, (_, i) =>
    runDeployment({
      document: checked,
      deploymentId: deploymentId ?? checked.deployments[0].id,
      seed: i + 1,
      seconds: plan.seconds,
      warmupSeconds: plan.warmupSeconds,
    }),
  );
}
