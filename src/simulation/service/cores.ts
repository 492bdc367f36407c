/**
 * CPU work: first-in-first-out for one of the replica's cores, which it holds
 * until it is done. Cores are not shared out in slices.
 */
import type { EngineState } from '../engine/engine-state';
import { Op } from '../engine/program';
import { eventKindBits, TaskFlag, TaskState } from '../engine/task-state';
import { replicaSlowness } from '../faults/replica-faults';
import { TraceStep } from '../measurement/trace-log';
import { Integral } from '../measurement/unit-totals';

/** Takes a core for the demand in `workMs` (on one core of speed 1, > 0), or queues for one. */
export function requestCore(s: EngineState, task: number, replica: number, unit: number): void {
  if (s.coresFree[replica] <= 0) {
    queueForCore(s, task, replica, unit);
    return;
  }
  s.coresFree[replica]--;
  s.increase(unit, Integral.coresBusy);
  if (s.flags[task] & TaskFlag.counted) s.coresAtOnce[unit]++;
  s.state[task] = TaskState.inCore;
  startWork(s, task, replica, unit);
}

function queueForCore(s: EngineState, task: number, replica: number, unit: number): void {
  s.trace?.note(s, task, TraceStep.coreQueue, s.pc[task] - 1);
  s.state[task] = TaskState.coreQueued;
  s.sinceMs[task] = s.nowMs;
  s.next[task] = -1;
  if (s.coreQueued[replica] === 0) s.coreHead[replica] = task;
  else s.next[s.coreTail[replica]] = task;
  s.coreTail[replica] = task;
  const length = ++s.coreQueued[replica];
  s.increase(unit, Integral.coreQueue);
  if (length > s.unitTotals.coreQueueMax[unit]) s.unitTotals.coreQueueMax[unit] = length;
}

/** Gives a core back; the next in the queue takes it at once. */
export function releaseCore(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  if (s.coreQueued[replica] > 0) {
    const task = s.coreHead[replica];
    s.coreHead[replica] = s.next[task];
    s.coreQueued[replica]--;
    s.decrease(unit, Integral.coreQueue);
    if (s.flags[task] & TaskFlag.counted) {
      s.unitTotals.coreWaits[unit].record(s.nowMs - s.sinceMs[task]);
    }
    s.state[task] = TaskState.inCore;
    startWork(s, task, replica, unit);
    return;
  }
  s.coresFree[replica]++;
  s.decrease(unit, Integral.coresBusy);
}

/**
 * The demand in `workMs` begins to be met: what slows the module down or shares
 * the cores counts now, not when the core was asked for.
 */
export function startWork(s: EngineState, task: number, replica: number, unit: number): void {
  if (s.trace !== null) s.trace.note(s, task, TraceStep.core, s.pc[task] - 1);
  if (s.hasServiceFaults) startSlowedWork(s, task, replica, unit);
  else s.queue.push(s.nowMs + s.workMs[task] / s.coreSpeed[unit], task << eventKindBits);
}

function startSlowedWork(s: EngineState, task: number, replica: number, unit: number): void {
  const factor = s.unitCpuFactor[unit] * s.replicaCpuFactor[replica];
  // The task stands behind the instruction that computes; slow is a module's own work alone.
  const { op, module } = s.program;
  const at = s.pc[task] - 1;
  let slowness = 1;
  if (op[at] === Op.work) {
    slowness = s.slowFactor[module[at]];
    if (s.hasReplicaFault[replica] === 1) slowness *= replicaSlowness(s, replica, module[at]);
  }
  s.scheduleTask(s.nowMs + (s.workMs[task] * slowness * factor) / s.coreSpeed[unit], task);
}

/** Takes a cancelled task out of the core queue. */
export function leaveCoreQueue(s: EngineState, task: number): void {
  const replica = s.replica[task];
  let previous = -1;
  let cursor = s.coreHead[replica];
  while (cursor !== task) {
    previous = cursor;
    cursor = s.next[cursor];
  }
  if (previous < 0) s.coreHead[replica] = s.next[task];
  else s.next[previous] = s.next[task];
  if (s.coreTail[replica] === task) s.coreTail[replica] = previous;
  s.coreQueued[replica]--;
  s.decrease(s.replicaUnit[replica], Integral.coreQueue);
}
