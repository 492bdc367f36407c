/** Calls that cross into another unit: resilience/calls, engine/straight-way. */
import { Column, PolicyKind, Request, Whole } from '../layout';
import { request } from './engine';
import { addTo, byteAt, count, nowMs, realAt, setByte, setRealAt, setShort, setWholeAt, shortAt, whole, wholeAt } from './memory';
import { guardLength } from './op';
import { addFlag, allocateTask, Cause, Draw, Flag, flagsOf, freeTask, isAwaited, isOverdue, isQuiet, makeReady, newCallId, setState, State, stateOf, unwatchDeadline, visitOf, watchDeadline } from './tasks';
import { record } from './totals';
import { answer, arriveAtUnit, leaveVisit, travel } from './visits';

const attemptMask: i32 = 0xfffff;

@inline function policyOf(edge: i32): i32 { return byteAt(Column.policyKind, edge); }

/** An attempt begins: whether it may go on to its send. */
export function passGuard(caller: i32, entry: i32, guardPc: i32): bool {
  const edge = wholeAt(Column.entryEdge, entry);
  if (policyOf(edge) >= PolicyKind.guarded) return request(Request.passGuard, caller, entry, guardPc) != 0;
  if (flagsOf(caller) & Flag.counted) {
    count(Column.callAttempts, edge);
    if (shortAt(Column.tries, caller) > 0) count(Column.callRetries, edge);
  }
  return true;
}

/** Sends the present attempt; the caller waits. `pc` is behind the send. */
export function sendAttempt(caller: i32, entry: i32, pc: i32): void {
  if (policyOf(wholeAt(Column.entryEdge, entry)) == PolicyKind.hedged) {
    request(Request.sendAttempt, caller, entry, pc);
    return;
  }
  setWholeAt(Column.callId, caller, newCallId());
  setWholeAt(Column.pc, caller, pc);
  setState(caller, State.calling);
  setWholeAt(Column.outstanding, caller, 1);
  setWholeAt(Column.child, caller, launch(caller, entry, shortAt(Column.tries, caller)));
}

export function launch(caller: i32, entry: i32, attempt: i32): i32 {
  const child = allocateTask();
  begin(child, caller, entry, (wholeAt(Column.attempt, caller) * 31 + attempt) & attemptMask, wholeAt(Column.callId, caller));
  travel(child, Draw.requestDelay);
  return child;
}

/** What every attempt begins with. */
@inline function begin(child: i32, caller: i32, entry: i32, attempt: i32, call: i32): void {
  const edge = wholeAt(Column.entryEdge, entry);
  setByte(Column.flags, child, flagsOf(caller) & (Flag.sampled | Flag.counted));
  setShort(Column.journey, child, shortAt(Column.journey, caller));
  setWholeAt(Column.number, child, wholeAt(Column.number, caller));
  setWholeAt(Column.attempt, child, attempt);
  setWholeAt(Column.caller, child, caller);
  setWholeAt(Column.callerCall, child, call);
  setWholeAt(Column.entry, child, entry);
  setWholeAt(Column.pc, child, wholeAt(Column.entryPc, entry));
  setRealAt(Column.bornMs, child, nowMs());
  setState(child, State.inFlight);
  addTo(Column.callsInFlight, edge, 1);
  const timeoutMs = realAt(Column.timeoutMs, edge);
  if (timeoutMs > 0) watchDeadline(child, edge, timeoutMs);
}

/** The caller hears of an answer. */
export function settleAttempt(attempt: i32, cause: i32): void {
  const edge = wholeAt(Column.entryEdge, wholeAt(Column.entry, attempt));
  if (policyOf(edge) >= PolicyKind.guarded) {
    request(Request.settleAttempt, attempt, cause);
    return;
  }
  const caller = wholeAt(Column.caller, attempt);
  const flags = flagsOf(attempt);
  const isFailure = cause != Cause.none;
  if (flags & Flag.counted) {
    if (isFailure) count(Column.callsFailed, edge);
    else count(Column.callOk, edge);
    record(whole(Whole.callLatency) + edge, nowMs() - realAt(Column.bornMs, attempt));
  }
  const left = wholeAt(Column.outstanding, caller) - 1;
  setWholeAt(Column.outstanding, caller, left);
  if (isFailure && left > 0) return;
  setWholeAt(Column.callId, caller, 0);
  if (isFailure) {
    request(Request.callFailed, caller, edge, cause, wholeAt(Column.pc, caller) - guardLength);
    return;
  }
  if (flags & Flag.degraded) addFlag(visitOf(caller), Flag.degraded);
  setState(caller, State.ready);
  makeReady(caller);
}

// The way that most calls go where the network takes no time

/** Whether a call over this edge meets no guard and takes no time, and nothing else is due now. */
@inline function isWayStraight(edge: i32): bool {
  return whole(Whole.isNetworkFree) && !whole(Whole.hasLinkFaults) && policyOf(edge) <= PolicyKind.unguarded && isQuiet();
}

/** Makes a call that at most a timeout guards, and the callee's visit begins. False where it has to go the general way. */
@inline export function sendStraight(caller: i32, entry: i32, callPc: i32): bool {
  const edge = wholeAt(Column.entryEdge, entry);
  if (!isWayStraight(edge)) return false;
  if (flagsOf(caller) & Flag.counted) count(Column.callAttempts, edge);
  const call = newCallId();
  setWholeAt(Column.callId, caller, call);
  setWholeAt(Column.pc, caller, callPc + 1 + guardLength);
  setState(caller, State.calling);
  setWholeAt(Column.outstanding, caller, 1);
  const child = allocateTask();
  setWholeAt(Column.child, caller, child);
  begin(child, caller, entry, (wholeAt(Column.attempt, caller) * 31) & attemptMask, call);
  arriveAtUnit(child);
  return true;
}

/** A visit to a ready replica is over and its caller hears of it: who goes on now, or −1. */
@inline export function answerStraight(task: i32): i32 {
  leaveVisit(task, Cause.none);
  const caller = wholeAt(Column.caller, task);
  const edge = wholeAt(Column.entryEdge, wholeAt(Column.entry, task));
  if (caller < 0 || !canAnswerStraight(task, caller, edge)) {
    answer(task, Cause.none);
    return -1;
  }
  unwatchDeadline(task);
  addTo(Column.callsInFlight, edge, -1);
  const isHeard = isAwaited(task);
  if (isHeard) hear(task, caller, edge);
  freeTask(task);
  return isHeard ? caller : -1;
}

@inline function canAnswerStraight(attempt: i32, caller: i32, edge: i32): bool {
  if (!isWayStraight(edge) || stateOf(caller) == State.messageDispatched) return false;
  return policyOf(edge) == PolicyKind.none || !isOverdue(attempt, realAt(Column.timeoutMs, edge));
}

@inline function hear(attempt: i32, caller: i32, edge: i32): void {
  const flags = flagsOf(attempt);
  if (flags & Flag.counted) {
    count(Column.callOk, edge);
    record(whole(Whole.callLatency) + edge, nowMs() - realAt(Column.bornMs, attempt));
  }
  addTo(Column.outstanding, caller, -1);
  setWholeAt(Column.callId, caller, 0);
  if (flags & Flag.degraded) addFlag(visitOf(caller), Flag.degraded);
  setState(caller, State.ready);
}
