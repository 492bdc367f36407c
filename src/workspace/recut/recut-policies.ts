/**
 * What callers do about callees once a boundary runs between them. Policies
 * that there were stay, also where both now share a process: there they are not
 * used, and are there again when the two part. A call that has none is treated
 * as in another deployment where it crosses, else it is waited for a second.
 */
import type { ArchitectureDocument, Deployment, Policy, Unit } from '../../architecture/document';
import { type CrossingCall, crossingCalls, pairOf } from './crossing-calls';

const timeoutMs = 1000;

export function policiesAfter(
  document: ArchitectureDocument,
  before: Deployment,
  units: readonly Unit[],
): Policy[] {
  const had = new Set(crossingCalls(document, before.units).map(pairOf));
  const added = crossingCalls(document, units).flatMap((call) => {
    const isNews = !had.has(pairOf(call)) && policyOf(before, call) === undefined;
    return isNews ? policyFor(document, call) : [];
  });
  return [...before.policies, ...added];
}

export function policyOf(
  { policies }: Deployment,
  { callerId, calleeId }: CrossingCall,
): Policy | undefined {
  return policies.find(({ caller, callee }) => caller === callerId && callee === calleeId);
}

function policyFor(document: ArchitectureDocument, call: CrossingCall): Policy[] {
  const example = document.deployments.find(({ units }) =>
    crossingCalls(document, units).some((known) => pairOf(known) === pairOf(call)),
  );
  if (example !== undefined) return [policyOf(example, call) ?? []].flat();
  if (!call.isAwaited) return [];
  return [{ caller: call.callerId, callee: call.calleeId, timeoutMs, cancel: false }];
}
