import type { Policy } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import { TaskFlag, TaskState } from '../engine/task-state';
import { guardOf } from './calls';
import { armDeadline, unwatchDeadline } from './deadlines';
import { edgePolicyOf } from './edge-policy';
import { guardedCall } from './guarded-call';

/**
 * Puts another policy on a call edge. Breakers and budgets start afresh,
 * waiting calls go on, calls under way count for a new bulkhead, and attempts
 * that have a deadline get the new one. `null` is no policy at all. Without an
 * edge: nothing.
 */
export function switchPolicy(s: EngineState, edge: number, policy: Policy | null): void {
  if (edge < 0 || !s.setup.isPolicyEdge[edge]) return;
  s.policies[edge] = policy === null ? null : edgePolicyOf(policy);
  s.structureChanges++;
  for (const replica of s.unitReplicas.flat()) {
    const guard = s.guards[replica].get(edge);
    if (!guard) continue;
    if (guard.breaker) s.callTotals.circuitOpenMs[edge] += guard.breaker.openMs(s.nowMs);
    for (let task = guard.waitingHead; task >= 0; task = s.next[task]) {
      s.state[task] = TaskState.ready;
      s.makeReady(task);
    }
    s.guards[replica].delete(edge);
  }
  countCallsUnderWay(s, edge);
  if (policy?.timeoutMs === undefined) {
    while (s.deadlineHead[edge] >= 0) unwatchDeadline(s, s.deadlineHead[edge]);
  }
  armDeadline(s, edge, policy?.timeoutMs ?? 0);
}

/** The new bulkhead holds what is under way, even if that is more than it would let in. */
function countCallsUnderWay(s: EngineState, edge: number): void {
  const policy = s.policies[edge];
  if (policy === null || policy.bulkheadConcurrentMax < 0) return;
  for (let task = 0; task < s.taskHigh; task++) {
    const isHere = s.replica[task] >= 0 && !(s.flags[task] & TaskFlag.dead);
    if (isHere && guardedCall(s, task) === edge) {
      guardOf(s, s.replica[task], edge, policy).inFlight++;
    }
  }
}
