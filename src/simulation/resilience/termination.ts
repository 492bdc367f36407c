/** Tasks that end before their time: cancelled by their caller, or dead with their replica. */
import type { EngineState } from '../engine/engine-state';
import { hasPendingEvent, TaskFlag, TaskState } from '../engine/task-state';
import { ReplicaState } from '../frame';
import { leaveCoreQueue, releaseCore } from '../service/cores';
import { retireIfDrained } from '../service/replicas';
import { leaveSlotQueue, leaveUnit } from '../service/slots';
import { visitOf } from '../service/visits';
import { leaveBulkhead, leaveBulkheadQueue } from './bulkhead';
import { unwatchDeadline } from './deadlines';
import { guardedCall } from './guarded-call';

/** Frees a task now, or as soon as what still points to it has come up. */
export function discard(s: EngineState, task: number): void {
  if (s.hasCalls) s.callId[task] = 0;
  s.trace?.ended(s, task);
  if (hasPendingEvent[s.state[task]]) {
    s.flags[task] |= TaskFlag.dead;
    s.replica[task] = -1;
  } else {
    s.freeTask(task);
  }
}

/** The caller gave up and says so: the attempt, and all that it has set going, stops at once. */
export function cancelAttempt(s: EngineState, attempt: number): void {
  s.callTotals.inFlight[s.entryEdge[s.entry[attempt]]]--;
  unwatchDeadline(s, attempt);
  const replica = s.replica[attempt];
  if (s.flags[attempt] & TaskFlag.hasBranches) {
    for (let task = 0; task < s.taskHigh; task++) {
      if (task !== attempt && isPartOf(s, task, attempt)) stop(s, task);
    }
  }
  if (replica >= 0) leaveUnit(s, attempt);
  stop(s, attempt);
  if (replica >= 0 && s.replicaState[replica] === ReplicaState.draining)
    retireIfDrained(s, replica);
}

/** Whether the task is a branch or a timer of the visit, and not over yet. */
function isPartOf(s: EngineState, task: number, visit: number): boolean {
  if (s.state[task] === TaskState.free || s.flags[task] & TaskFlag.dead) return false;
  return visitOf(s, task) === visit;
}

function stop(s: EngineState, task: number): void {
  const state = s.state[task];
  if (state === TaskState.slotQueued || state === TaskState.resumeQueued) leaveSlotQueue(s, task);
  else if (state === TaskState.coreQueued) leaveCoreQueue(s, task);
  else if (state === TaskState.inCore) releaseCore(s, s.replica[task]);
  else if (state === TaskState.calling) cancelChildren(s, task);
  forgoCall(s, task);
  discard(s, task);
}

/** Breaker and bulkhead hear that the call which the task is in will have no end. */
function forgoCall(s: EngineState, task: number): void {
  const edge = guardedCall(s, task);
  const guard = edge < 0 ? undefined : s.guards[s.replica[task]].get(edge);
  if (!guard) return;
  guard.breaker?.forgo();
  if (s.state[task] === TaskState.bulkheadQueued) leaveBulkheadQueue(s, task, guard);
  else if (guard.policy.bulkheadConcurrentMax >= 0) leaveBulkhead(s, guard);
}

/** All copies of the call that the caller waits for. */
function cancelChildren(s: EngineState, caller: number): void {
  const call = s.callId[caller];
  if (s.outstanding[caller] === 1) {
    const child = s.child[caller];
    if (isCopy(s, child, caller, call)) {
      cancelAttempt(s, child);
      return;
    }
  }
  for (let task = 0; task < s.taskHigh && s.outstanding[caller] > 0; task++) {
    if (isCopy(s, task, caller, call)) {
      s.outstanding[caller]--;
      cancelAttempt(s, task);
    }
  }
}

function isCopy(s: EngineState, task: number, caller: number, call: number): boolean {
  if (task < 0 || s.state[task] === TaskState.free || s.flags[task] & notACopy) return false;
  return s.caller[task] === caller && s.callerCall[task] === call;
}

/** Hedge timers and branches stand in the same columns. */
const notACopy = TaskFlag.dead | TaskFlag.hedge | TaskFlag.branch;
