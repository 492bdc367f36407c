import type { Policy } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import { TaskState } from '../engine/task-state';
import { armDeadline, unwatchDeadline } from './deadlines';
import { edgePolicyOf } from './edge-policy';

/**
 * Puts another policy on a call edge. Breakers start closed, waiting calls go
 * on, and attempts under way get the new timeout. Without an edge: nothing.
 */
export function switchPolicy(s: EngineState, edge: number, policy: Policy): void {
  if (edge < 0 || !s.setup.isPolicyEdge[edge]) return;
  s.policies[edge] = edgePolicyOf(policy);
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
  if (policy.timeoutMs === undefined) {
    while (s.deadlineHead[edge] >= 0) unwatchDeadline(s, s.deadlineHead[edge]);
  }
  armDeadline(s, edge, policy.timeoutMs ?? 0);
}
