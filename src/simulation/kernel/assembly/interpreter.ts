/** Takes a task through its instructions: engine/interpreter. */
import { Column, Request, Whole } from '../layout';
import { deliverAnswer } from './answers';
import { answerStraight, passGuard, sendAttempt, sendStraight } from './calls';
import { replicaErrors, replicaSlowness, request } from './engine';
import { drawFor, uniformFor } from './luck';
import { byteAt, nowMs, realAt, setRealAt, setShort, setWholeAt, whole, wholeAt } from './memory';
import { dispatch, publish } from './messages';
import { Op } from './op';
import { scheduleTask } from './queue';
import { releaseCore, replicaStateOf, requestCore, resumeSlot, retireIfDrained, startWork, yieldSlot } from './service';
import { Cause, Draw, Flag, flagsOf, freeTask, isAwaited, ReplicaState, setState, State, stateOf } from './tasks';
import { arriveAtUnit, failTask, finishVisit } from './visits';

/** What a task waited for has come: its event, or its turn at this instant. */
@inline export function resume(task: i32): void {
  const state = stateOf(task);
  if (flagsOf(task) & Flag.dead) freeTask(task);
  else if (state == State.inCore) finishWork(task);
  else if (state == State.inFlight) arriveAtUnit(task);
  else if (state == State.responding) deliverAnswer(task);
  else if (state == State.messageBackoff) dispatch(task);
  else if (state == State.lost) request(Request.noticeLoss, task);
  else if (state == State.hedgeTimer && !isAwaited(task)) freeTask(task);
  else run(task);
}

@inline function finishWork(task: i32): void {
  const replica = wholeAt(Column.replica, task);
  releaseCore(replica);
  if (byteAt(Column.op, wholeAt(Column.pc, task)) == Op.return_ && replicaStateOf(replica) == ReplicaState.ready) {
    const caller = answerStraight(task);
    if (caller >= 0) run(caller);
    return;
  }
  run(task);
  retireIfDrained(replica);
}

function run(task: i32): void {
  const replica = wholeAt(Column.replica, task);
  const unit = wholeAt(Column.replicaUnit, replica);
  const isLooping: bool = byteAt(Column.isEventLoop, unit) == 1 && (flagsOf(task) & Flag.branch) == 0;
  if (isLooping && !resumeSlot(task)) return;
  let pc = wholeAt(Column.pc, task);
  for (;;) {
    switch (byteAt(Column.op, pc)) {
      case Op.enter: {
        if (whole(Whole.hasServiceFaults) && isStruck(task, replica, pc)) {
          failTask(task, Cause.error);
          return;
        }
        pc++;
        break;
      }
      case Op.work: {
        const workMs = drawFor(task, wholeAt(Column.a, pc), wholeAt(Column.position, pc), Draw.demand);
        setRealAt(Column.workMs, task, workMs);
        pc++;
        setWholeAt(Column.pc, task, pc);
        if (workMs > 0) {
          compute(task, replica, unit);
          return;
        }
        break;
      }
      case Op.wait: {
        const durationMs = drawFor(task, wholeAt(Column.a, pc), wholeAt(Column.position, pc), Draw.demand);
        const factor = whole(Whole.hasServiceFaults) ? slownessOf(replica, wholeAt(Column.module, pc)) : 1;
        setWholeAt(Column.pc, task, pc + 1);
        setState(task, State.waiting);
        scheduleTask(nowMs() + durationMs * factor, task);
        if (isLooping) yieldSlot(task);
        return;
      }
      case Op.call: {
        setShort(Column.tries, task, 0);
        if (!isLooping && sendStraight(task, wholeAt(Column.a, pc), pc)) return;
        pc++;
        break;
      }
      case Op.guard: {
        setWholeAt(Column.pc, task, pc + 1);
        if (!passGuard(task, wholeAt(Column.a, pc), pc)) {
          const state = stateOf(task);
          if (isLooping && (state == State.bulkheadQueued || state == State.backoff)) yieldSlot(task);
          return;
        }
        pc++;
        break;
      }
      case Op.serialize: {
        setWholeAt(Column.pc, task, pc + 1);
        if (whole(Whole.hasSerialization) && !byteAt(Column.isUnlimited, unit)) {
          const workMs = drawFor(task, whole(Whole.serialization), wholeAt(Column.position, pc), Draw.serialization);
          setRealAt(Column.workMs, task, workMs);
          if (workMs > 0) {
            compute(task, replica, unit);
            return;
          }
        }
        pc++;
        break;
      }
      case Op.send: {
        if (flagsOf(task) & Flag.hedge) {
          request(Request.sendHedge, task);
        } else {
          sendAttempt(task, wholeAt(Column.a, pc), pc + 1);
          if (isLooping) yieldSlot(task);
        }
        return;
      }
      case Op.chance: {
        const chance = realAt(Column.chances, wholeAt(Column.a, pc));
        const isTaken = chance > 0 && uniformFor(task, wholeAt(Column.position, pc), Draw.chance) < chance;
        pc = isTaken ? pc + 1 : wholeAt(Column.b, pc);
        break;
      }
      case Op.fork: {
        const count = wholeAt(Column.b, pc);
        if (count > 0) {
          request(Request.fork, task, wholeAt(Column.a, pc), count, pc + 1);
          if (isLooping) yieldSlot(task);
          return;
        }
        pc++;
        break;
      }
      case Op.branchEnd: {
        request(Request.endBranch, task, Cause.none);
        return;
      }
      case Op.deliver: {
        publish(task, wholeAt(Column.a, pc));
        pc++;
        break;
      }
      default: {
        finishVisit(task, Cause.none);
        return;
      }
    }
  }
}

/** CPU work: on a core, or, where there are no limits, time that passes. */
@inline function compute(task: i32, replica: i32, unit: i32): void {
  if (byteAt(Column.isUnlimited, unit)) {
    setState(task, State.waiting);
    startWork(task, replica, unit);
  } else {
    requestCore(task, replica, unit);
  }
}

function slownessOf(replica: i32, module: i32): f64 {
  const factor = realAt(Column.slowFactor, module);
  return byteAt(Column.hasReplicaFault, replica) ? factor * replicaSlowness(replica, module) : factor;
}

/** Throws the dice for the errors in force. */
function isStruck(task: i32, replica: i32, pc: i32): bool {
  const module = wholeAt(Column.module, pc);
  let rate = realAt(Column.errorRate, module);
  if (byteAt(Column.hasReplicaFault, replica)) rate = replicaErrors(replica, module, rate);
  return rate > 0 && uniformFor(task, wholeAt(Column.position, pc), Draw.error) < rate;
}
