/** Tasks that end before their time: cancelled by their caller, or dead with their replica. */
import type { EngineState } from '../engine/engine-state';
import { hasPendingEvent, TaskFlag, TaskState } from '../engine/task-state';
import { ReplicaState } from '../frame';
import { leaveCoreQueue, releaseCore } from '../service/cores';
import { retireIfDrained } from '../service/replicas';
import { leaveSlotQueue, leaveUnit } from '../service/slots';
import { unwatchDeadline } from './deadlines';

/** Frees a task now, or as soon as what still points to it has come up. */
export function discard(s: EngineState, task: number): void {
  s.callId[task] = 0;
  if (hasPendingEvent[s.state[task]]) {
    s.flags[task] |= TaskFlag.dead;
    s.replica[task] = -1;
  } else {
    s.freeTask(task);
  }
}

/** The caller gave up and says so: the attempt, and all that it has set going, stops at once. */
export function cancelAttempt(s: EngineState, attempt: number): void {
  s.callTotals.inFlight[s.setup.program.entryEdge[s.entry[attempt]]]--;
  unwatchDeadline(s, attempt);
  const replica = s.replica[attempt];
  if (s.flags[attempt] & TaskFlag.hasBranches) {
    for (let task = 0; task < s.taskHigh; task++) {
      const isBranch = s.state[task] !== TaskState.free && s.visit[task] === attempt;
      if (isBranch && task !== attempt && !(s.flags[task] & TaskFlag.dead)) stop(s, task);
    }
  }
  const isAdmitted = replica >= 0 && s.state[attempt] !== TaskState.slotQueued;
  if (isAdmitted) leaveUnit(s, attempt);
  stop(s, attempt);
  if (replica >= 0 && s.replicaState[replica] === ReplicaState.draining)
    retireIfDrained(s, replica);
}

function stop(s: EngineState, task: number): void {
  const state = s.state[task];
  if (state === TaskState.slotQueued || state === TaskState.resumeQueued) leaveSlotQueue(s, task);
  else if (state === TaskState.coreQueued) leaveCoreQueue(s, task);
  else if (state === TaskState.inCore) releaseCore(s, s.replica[task]);
  else if (state === TaskState.bulkheadQueued) leaveBulkheadQueue(s, task);
  else if (state === TaskState.calling) cancelChildren(s, task);
  discard(s, task);
}

function cancelChildren(s: EngineState, caller: number): void {
  const call = s.callId[caller];
  const child = s.child[caller];
  const isLive = child >= 0 && s.state[child] !== TaskState.free && s.caller[child] === caller;
  if (isLive && s.callerCall[child] === call && !(s.flags[child] & TaskFlag.dead)) {
    cancelAttempt(s, child);
  }
}

function leaveBulkheadQueue(s: EngineState, task: number): void {
  for (const guard of s.guards[s.replica[task]].values()) {
    let previous = -1;
    for (let cursor = guard.waitingHead; cursor >= 0; cursor = s.next[cursor]) {
      if (cursor === task) {
        if (previous < 0) guard.waitingHead = s.next[task];
        else s.next[previous] = s.next[task];
        if (guard.waitingTail === task) guard.waitingTail = previous;
        guard.waitingCount--;
        return;
      }
      previous = cursor;
    }
  }
}
