/**
 * Slots (threads, connections): a visit holds one from its admission to its
 * answer. With none free it waits in the replica's bounded accept queue.
 */
import type { EngineState } from '../engine/engine-state';
import { Cause, TaskFlag, TaskState } from '../engine/task-state';
import { TraceStep } from '../measurement/trace-log';
import { Integral } from '../measurement/unit-totals';

/** A visit that waits in the accept queue; not a cause of failure. */
export const isQueued = -1;

/** Admits a visit to a replica: Cause.none (it has its slot), Cause.rejected, or isQueued. */
export function admit(s: EngineState, task: number, replica: number, unit: number): number {
  s.replica[task] = replica;
  s.visitsInside[replica]++;
  if (s.isUnlimited[unit] === 1) return Cause.none;
  if (s.slotsFree[replica] <= 0) return queueForSlot(s, task, replica, unit);
  if (s.flags[task] & TaskFlag.counted) s.slotsAtOnce[unit]++;
  takeSlot(s, task, replica, unit);
  return Cause.none;
}

function queueForSlot(s: EngineState, task: number, replica: number, unit: number): number {
  if (s.slotQueued[replica] >= s.acceptQueueLimit[unit]) {
    s.replica[task] = -1;
    s.visitsInside[replica]--;
    if (s.flags[task] & TaskFlag.counted) s.unitTotals.rejected[unit]++;
    s.observation?.rejected(unit);
    return Cause.rejected;
  }
  s.state[task] = TaskState.slotQueued;
  s.sinceMs[task] = s.nowMs;
  s.next[task] = -1;
  if (s.slotQueued[replica] === 0) s.slotHead[replica] = task;
  else s.next[s.slotTail[replica]] = task;
  s.slotTail[replica] = task;
  const length = ++s.slotQueued[replica];
  s.increase(unit, Integral.slotQueue);
  if (length > s.unitTotals.slotQueueMax[unit]) s.unitTotals.slotQueueMax[unit] = length;
  return isQueued;
}

/** Gives back the slot of a visit that is done, and lets the next in. */
export function leaveUnit(s: EngineState, task: number): void {
  const replica = s.replica[task];
  s.visitsInside[replica]--;
  if (s.flags[task] & TaskFlag.holdsSlot) releaseSlot(s, task, replica);
}

/** An event-loop visit starts to wait: others may use its slot. */
export function yieldSlot(s: EngineState, task: number): void {
  if (s.flags[task] & TaskFlag.holdsSlot) releaseSlot(s, task, s.replica[task]);
}

/** An event-loop visit goes on: true when it has a slot, false when it waits for one (before newcomers). */
export function resumeSlot(s: EngineState, task: number): boolean {
  if (s.flags[task] & TaskFlag.holdsSlot) return true;
  const replica = s.replica[task];
  if (s.slotsFree[replica] > 0) {
    takeSlot(s, task, replica, s.replicaUnit[replica]);
    return true;
  }
  s.trace?.note(s, task, TraceStep.slotQueue, s.pc[task]);
  s.state[task] = TaskState.resumeQueued;
  s.next[task] = -1;
  if (s.resumeHead[replica] < 0) s.resumeHead[replica] = task;
  else s.next[s.resumeTail[replica]] = task;
  s.resumeTail[replica] = task;
  return false;
}

/** Lets waiting visits in while slots are free. */
export function fillSlots(s: EngineState, replica: number): void {
  if (s.slotQueued[replica] > 0 || s.resumeHead[replica] >= 0) letIn(s, replica);
}

function letIn(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  while (s.slotsFree[replica] > 0) {
    let task = s.resumeHead[replica];
    if (task >= 0) {
      s.resumeHead[replica] = s.next[task];
    } else {
      if (s.slotQueued[replica] === 0) return;
      task = s.slotHead[replica];
      s.slotHead[replica] = s.next[task];
      s.slotQueued[replica]--;
      s.decrease(unit, Integral.slotQueue);
      if (s.flags[task] & TaskFlag.counted) {
        s.unitTotals.slotWaits[unit].record(s.nowMs - s.sinceMs[task]);
      }
    }
    takeSlot(s, task, replica, unit);
    s.trace?.note(s, task, TraceStep.slot);
    s.state[task] = TaskState.ready;
    s.makeReady(task);
  }
}

/** Takes a cancelled visit out of the accept queue or the resume queue. */
export function leaveSlotQueue(s: EngineState, task: number): void {
  const replica = s.replica[task];
  const isAccept = s.state[task] === TaskState.slotQueued;
  let previous = -1;
  let cursor = isAccept ? s.slotHead[replica] : s.resumeHead[replica];
  while (cursor !== task) {
    previous = cursor;
    cursor = s.next[cursor];
  }
  const after = s.next[task];
  if (previous >= 0) s.next[previous] = after;
  if (!isAccept) {
    if (previous < 0) s.resumeHead[replica] = after;
    if (s.resumeTail[replica] === task) s.resumeTail[replica] = previous;
    return;
  }
  if (previous < 0) s.slotHead[replica] = after;
  if (s.slotTail[replica] === task) s.slotTail[replica] = previous;
  s.slotQueued[replica]--;
  s.decrease(s.replicaUnit[replica], Integral.slotQueue);
}

function takeSlot(s: EngineState, task: number, replica: number, unit: number): void {
  s.slotsFree[replica]--;
  s.flags[task] |= TaskFlag.holdsSlot;
  s.increase(unit, Integral.slotsBusy);
  if (s.observation !== null) s.slot[task] = s.observation.slots.occupy(replica, task);
}

function releaseSlot(s: EngineState, task: number, replica: number): void {
  s.slotsFree[replica]++;
  s.flags[task] &= ~TaskFlag.holdsSlot;
  s.decrease(s.replicaUnit[replica], Integral.slotsBusy);
  if (s.observation !== null) s.observation.slots.vacate(replica, s.slot[task]);
  // Nobody waits while slots are free.
  if (s.slotsFree[replica] === 1) fillSlots(s, replica);
}
