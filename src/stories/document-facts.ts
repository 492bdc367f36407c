/** Figures that stories take from the document. Each throws where the document has no such thing. */
import type { ArchitectureDocument, Policy, Unit } from '../architecture/document';

export function unitIn(document: ArchitectureDocument, deploymentId: string, unitId: string): Unit {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const unit = deployment?.units.find(({ id }) => id === unitId);
  if (unit === undefined) throw new Error(`${document.id} has no unit ${deploymentId}/${unitId}.`);
  return unit;
}

export function policyIn(
  document: ArchitectureDocument,
  deploymentId: string,
  callerId: string,
  calleeId: string,
): Policy {
  const deployment = document.deployments.find(({ id }) => id === deploymentId);
  const policy = deployment?.policies.find(
    ({ caller, callee }) => caller === callerId && callee === calleeId,
  );
  if (policy === undefined) {
    throw new Error(`${deploymentId} has no policy for ${callerId} calling ${calleeId}.`);
  }
  return policy;
}

export function objectiveMsOf(document: ArchitectureDocument, journeyId: string): number {
  const journey = document.journeys.find(({ id }) => id === journeyId);
  if (journey === undefined) throw new Error(`${document.id} has no journey ${journeyId}.`);
  return journey.sloMs;
}
