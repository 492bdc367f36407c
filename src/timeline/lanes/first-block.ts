/** What is proposed when something is added to a lane, ready to be changed. */
import { cutOf } from '../../architecture/cut';
import type { ArchitectureDocument, Deployment } from '../../architecture/document';
import { originalArrivalRate } from '../../workspace/interventions';
import { noPolicy } from '../../workspace/policy-parts';
import type { Happening, LaneId } from './happening';
import { type Course, fromWhatHolds } from './held';

/** A proposed fault or rush lasts this long, ms. */
const lastsMs = 10_000;

export interface Proposal {
  readonly happening: Happening;
  readonly deploymentId: string | null;
}

/** `null` where there is nothing in the document that this could happen to. */
export function proposalFor(
  lane: LaneId,
  course: Course,
  deployments: readonly Deployment[],
  atMs: number,
): Proposal | null {
  const first = firstFor(lane, course.document, deployments, atMs);
  if (first === null) return null;
  const { happening, deploymentId } = first;
  return { happening: fromWhatHolds(happening, deploymentId, course) ?? happening, deploymentId };
}

/** Whether there is anything in the document that this could happen to. */
export function canHappen(
  lane: LaneId,
  document: ArchitectureDocument,
  deployments: readonly Deployment[],
): boolean {
  return firstFor(lane, document, deployments, 0) !== null;
}

function firstFor(
  lane: LaneId,
  document: ArchitectureDocument,
  deployments: readonly Deployment[],
  atMs: number,
): Proposal | null {
  const [deployment] = deployments;
  const module = document.modules.find(({ kind }) => kind === 'service')?.id;
  const untilMs = atMs + lastsMs;
  switch (lane) {
    case 'faults':
      if (module === undefined) return null;
      return {
        happening: { atMs, fault: 'slow', module, factor: 10, untilMs },
        deploymentId: null,
      };
    case 'load': {
      const stated = originalArrivalRate(document);
      if (stated === null) return null;
      const load = { arrivalRatePerSecond: stated * 2 };
      return { happening: { atMs, load, untilMs }, deploymentId: null };
    }
    case 'scaling': {
      const unit = deployment.units.find(({ external }) => !external);
      if (unit === undefined) return null;
      const happening = { atMs, scale: unit.id, replicas: unit.replicas + 1 };
      return { happening, deploymentId: deployment.id };
    }
    case 'releases':
      if (module === undefined) return null;
      return { happening: { atMs, release: module, strategy: 'rolling' }, deploymentId: null };
    case 'policies': {
      const known = deployments.find(({ policies }) => policies.length > 0)?.policies[0];
      const call = known ?? guardedCalls(document, deployment)[0];
      if (call === undefined) return null;
      const { caller, callee } = call;
      const isGuarded = ({ policies }: Deployment) =>
        known !== undefined && policies.includes(known);
      return {
        happening: { atMs, policy: noPolicy(caller, callee) },
        deploymentId: (deployments.find(isGuarded) ?? deployment).id,
      };
    }
  }
}

/** The calls that cross from one unit to another, and could be protected. */
export function guardedCalls(
  document: ArchitectureDocument,
  { id }: Deployment,
): { caller: string; callee: string }[] {
  return cutOf(document, id).edges.flatMap(({ callerId, calleeId, isCrossing }) =>
    callerId === null || !isCrossing ? [] : [{ caller: callerId, callee: calleeId }],
  );
}
