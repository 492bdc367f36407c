/** Which call a task is in the middle of, read from where it stands in its instructions. */
import type { EngineState } from '../engine/engine-state';
import { Op } from '../engine/program';
import { TaskFlag, TaskState } from '../engine/task-state';

/**
 * The call edge whose guard the task has passed (or, in a bulkhead's queue, is
 * passing) and whose answer it has not had yet; −1 for none. A hedge timer acts
 * for its caller, whose call it is.
 */
export function guardedCall(s: EngineState, task: number): number {
  if (s.flags[task] & TaskFlag.hedge) return -1;
  const { op, a, entryEdge } = s.program;
  const pc = s.pc[task];
  switch (s.state[task]) {
    case TaskState.calling:
      return entryEdge[a[pc - 1]];
    case TaskState.bulkheadQueued:
      return entryEdge[a[pc]];
    case TaskState.inCore:
    case TaskState.coreQueued:
      return op[pc] === Op.send ? entryEdge[a[pc]] : -1;
    case TaskState.ready:
    case TaskState.resumeQueued:
      return op[pc] === Op.serialize && op[pc - 1] === Op.guard ? entryEdge[a[pc]] : -1;
    default:
      return -1;
  }
}
