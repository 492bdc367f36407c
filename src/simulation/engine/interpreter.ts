/** Takes a task through its instructions until it has to wait for something. */

import { replicaSlowness, withReplicaErrors } from '../faults/replica-faults';
import { HopKind, ReplicaState } from '../frame';
import { ThreadKind, TraceStep } from '../measurement/trace-log';
import { deliverAnswer, noticeLoss } from '../resilience/answers';
import { isAwaited, passGuard, sendAttempt, sendHedge } from '../resilience/calls';
import { dispatch, publish } from '../resilience/messages';
import { releaseCore, requestCore, startWork } from '../service/cores';
import { retireIfDrained } from '../service/replicas';
import { resumeSlot, yieldSlot } from '../service/slots';
import { arriveAtUnit, endBranch, failTask, finishVisit, visitOf } from '../service/visits';
import { drawn } from './distribution';
import type { EngineState } from './engine-state';
import { drawFor, uniformFor } from './luck';
import { Op } from './program';
import { answerStraight, sendStraight } from './straight-way';
import { Cause, Draw, TaskFlag, TaskState } from './task-state';

/** What a task waited for has come: its event, or its turn at this instant. */
export function resume(s: EngineState, task: number): void {
  if (s.flags[task] & TaskFlag.dead) s.freeTask(task);
  else if (s.state[task] === TaskState.inCore) finishWork(s, task);
  else if (s.state[task] === TaskState.inFlight) arriveAtUnit(s, task);
  else resumeOther(s, task);
}

function finishWork(s: EngineState, task: number): void {
  const replica = s.replica[task];
  releaseCore(s, replica);
  if (s.op[s.pc[task]] === Op.return && s.replicaState[replica] === ReplicaState.ready) {
    const caller = answerStraight(s, task);
    if (caller >= 0) run(s, caller);
    return;
  }
  run(s, task);
  if (s.replicaState[replica] === ReplicaState.draining) retireIfDrained(s, replica);
}

function resumeOther(s: EngineState, task: number): void {
  switch (s.state[task]) {
    case TaskState.responding:
      deliverAnswer(s, task);
      return;
    case TaskState.messageBackoff:
      dispatch(s, task);
      return;
    case TaskState.lost:
      noticeLoss(s, task);
      return;
    case TaskState.hedgeTimer:
      if (isAwaited(s, task)) run(s, task);
      else s.freeTask(task);
      return;
    default:
      run(s, task);
  }
}

function run(s: EngineState, task: number): void {
  const { op, a, position } = s;
  const { b, module } = s.program;
  const replica = s.replica[task];
  const unit = s.replicaUnit[replica];
  const isLooping = s.isEventLoop[unit] === 1 && (s.flags[task] & TaskFlag.branch) === 0;
  if (isLooping && !resumeSlot(s, task)) return;
  let pc = s.pc[task];
  for (;;) {
    switch (op[pc]) {
      case Op.enter: {
        if (s.observation !== null && a[pc] >= 0) noteLocalCall(s, task, a[pc]);
        if (s.trace !== null) s.trace.note(s, task, TraceStep.operation, pc);
        if (s.hasServiceFaults && isStruck(s, task, replica, pc)) {
          failTask(s, task, Cause.error);
          return;
        }
        pc++;
        break;
      }
      case Op.work: {
        drawFor(s, task, a[pc], position[pc], Draw.demand);
        s.workMs[task] = drawn[0];
        s.pc[task] = ++pc;
        if (s.workMs[task] > 0) {
          compute(s, task, replica, unit);
          return;
        }
        break;
      }
      case Op.wait: {
        drawFor(s, task, a[pc], position[pc], Draw.demand);
        const durationMs = drawn[0];
        let factor = 1;
        if (s.hasServiceFaults) {
          factor = s.slowFactor[module[pc]];
          if (s.hasReplicaFault[replica]) factor *= replicaSlowness(s, replica, module[pc]);
        }
        s.pc[task] = pc + 1;
        if (s.trace !== null) s.trace.note(s, task, TraceStep.wait, pc);
        s.state[task] = TaskState.waiting;
        s.scheduleTask(s.nowMs + durationMs * factor, task);
        if (isLooping) yieldSlot(s, task);
        return;
      }
      case Op.call:
        s.tries[task] = 0;
        if (!isLooping && sendStraight(s, task, a[pc], pc)) return;
        pc++;
        break;
      case Op.guard:
        s.pc[task] = pc + 1;
        if (!passGuard(s, task, a[pc], pc)) {
          const isWaiting =
            s.state[task] === TaskState.bulkheadQueued || s.state[task] === TaskState.backoff;
          if (isLooping && isWaiting) yieldSlot(s, task);
          return;
        }
        pc++;
        break;
      case Op.serialize: {
        const { hasSerialization, serialization } = s.setup.network;
        s.pc[task] = pc + 1;
        if (hasSerialization && s.isUnlimited[unit] === 0) {
          drawFor(s, task, serialization, position[pc], Draw.serialization);
          s.workMs[task] = drawn[0];
          if (s.workMs[task] > 0) {
            compute(s, task, replica, unit);
            return;
          }
        }
        pc++;
        break;
      }
      case Op.send:
        if (s.flags[task] & TaskFlag.hedge) {
          sendHedge(s, task);
        } else {
          sendAttempt(s, task, a[pc], pc + 1);
          if (isLooping) yieldSlot(s, task);
        }
        return;
      case Op.chance: {
        const chance = s.program.chances[a[pc]];
        const isTaken = chance > 0 && uniformFor(s, task, position[pc], Draw.chance) < chance;
        pc = isTaken ? pc + 1 : b[pc];
        break;
      }
      case Op.fork: {
        const count = b[pc];
        if (count > 0) {
          fork(s, task, a[pc], count, pc + 1);
          if (isLooping) yieldSlot(s, task);
          return;
        }
        pc++;
        break;
      }
      case Op.branchEnd:
        endBranch(s, task, Cause.none);
        return;
      case Op.deliver:
        publish(s, task, a[pc]);
        pc++;
        break;
      default:
        finishVisit(s, task, Cause.none);
        return;
    }
  }
}

/** CPU work: on a core, or, where there are no limits, time that passes. */
function compute(s: EngineState, task: number, replica: number, unit: number): void {
  if (s.isUnlimited[unit] === 1) {
    s.state[task] = TaskState.waiting;
    startWork(s, task, replica, unit);
  } else {
    requestCore(s, task, replica, unit);
  }
}

/** Throws the dice for the errors in force. */
function isStruck(s: EngineState, task: number, replica: number, pc: number): boolean {
  const module = s.program.module[pc];
  let rate = s.errorRate[module];
  if (s.hasReplicaFault[replica]) rate = withReplicaErrors(s, replica, module, rate);
  return rate > 0 && uniformFor(s, task, s.position[pc], Draw.error) < rate;
}

/** A task goes on in parallel branches, and behind them when the last one is over. */
export function fork(s: EngineState, task: number, first: number, count: number, pc: number): void {
  s.pc[task] = pc;
  s.trace?.note(s, task, TraceStep.fork, pc - 1);
  s.state[task] = TaskState.forked;
  s.cause[task] = Cause.none;
  s.outstanding[task] = count;
  s.flags[visitOf(s, task)] |= TaskFlag.hasBranches;
  for (let i = 0; i < count; i++) {
    const branch = s.allocateTask();
    s.flags[branch] = (s.flags[task] & (TaskFlag.sampled | TaskFlag.counted)) | TaskFlag.branch;
    s.journey[branch] = s.journey[task];
    s.number[branch] = s.number[task];
    s.attempt[branch] = s.attempt[task];
    s.caller[branch] = task;
    s.callerCall[branch] = 0;
    s.replica[branch] = s.replica[task];
    s.entry[branch] = s.entry[task];
    s.bornMs[branch] = s.nowMs;
    s.pc[branch] = s.program.branches[first + i];
    s.trace?.spawned(s, task, branch, ThreadKind.branch);
    s.makeReady(branch);
  }
}

function noteLocalCall(s: EngineState, task: number, edge: number): void {
  s.observation?.attempted(edge);
  if (s.flags[task] & TaskFlag.sampled) s.observation?.hop(s, task, edge, HopKind.request);
}
