/** What holds at an instant before anything new is done: a proposal begins there, so that one changes one thing. */
import type { ArchitectureDocument, Policy } from '../../architecture/document';
import { callKey, originalPolicy, originalScale } from '../../workspace/interventions';
import { noPolicy } from '../../workspace/policy-parts';
import type { BlockDraft } from './block-draft';
import type { Happening } from './happening';
import type { LaneBlock } from './lane-blocks';

/** A run, as what it is told to do. */
export interface Course {
  readonly document: ArchitectureDocument;
  /** In the order in which they take effect. */
  readonly blocks: readonly LaneBlock[];
}

/** The same where and when it is to happen, with all else as it is there; `null` where nothing is taken over. */
export function fromWhatHolds(
  happening: Happening,
  deploymentId: string | null,
  course: Course,
): Happening | null {
  const { atMs } = happening;
  if (deploymentId === null || Number.isNaN(atMs)) return null;
  if ('policy' in happening) {
    const { caller, callee } = happening.policy;
    return { atMs, policy: policyAt(course, deploymentId, caller, callee, atMs) };
  }
  if ('scale' in happening && 'replicas' in happening) {
    const present = replicasAt(course, deploymentId, happening.scale, atMs);
    return { atMs, scale: happening.scale, replicas: present + 1 };
  }
  return null;
}

/** What has not been typed follows to what holds elsewhere, or at another instant. */
export function following(draft: BlockDraft, from: BlockDraft, to: BlockDraft): BlockDraft {
  const followed = Object.entries(draft).map(([field, typed]) => {
    const key = field as keyof BlockDraft;
    return [key, typed === from[key] ? to[key] : typed];
  });
  return Object.fromEntries(followed) as unknown as BlockDraft;
}

function policyAt(
  course: Course,
  deploymentId: string,
  caller: string,
  callee: string,
  atMs: number,
): Policy {
  const changed = lastOf(course, deploymentId, atMs, (happening) =>
    'policy' in happening &&
    happening.policy.caller === caller &&
    happening.policy.callee === callee
      ? happening.policy
      : null,
  );
  const original = originalPolicy(course.document, callKey(deploymentId, caller, callee));
  return changed ?? original ?? noPolicy(caller, callee);
}

function replicasAt(course: Course, deploymentId: string, unitId: string, atMs: number): number {
  const changed = lastOf(course, deploymentId, atMs, (happening) =>
    'replicas' in happening && happening.scale === unitId ? happening.replicas : null,
  );
  return changed ?? originalScale(course.document, deploymentId, unitId)?.replicas ?? 0;
}

/** What the last block by an instant says, of those that are about this deployment or about all. */
function lastOf<Said>(
  { blocks }: Course,
  deploymentId: string,
  atMs: number,
  saidBy: (happening: Happening) => Said | null,
): Said | null {
  const said = blocks.map(({ happening, deploymentId: place }) =>
    happening.atMs <= atMs && (place ?? deploymentId) === deploymentId ? saidBy(happening) : null,
  );
  return said.findLast((one) => one !== null) ?? null;
}
