/** Tasks, and those that go on at this instant: engine/engine-state, engine/task-columns, engine/task-state. */
import { Column, Request, Whole } from '../layout';
import { request } from './engine';
import { addWhole, byteAt, nowMs, realAt, setByte, setRealAt, setWhole, setWholeAt, whole, wholeAt } from './memory';
import { schedule } from './queue';

export namespace State {
  export const free: i32 = 0;
  export const inFlight: i32 = 1;
  export const slotQueued: i32 = 2;
  export const ready: i32 = 3;
  export const coreQueued: i32 = 4;
  export const inCore: i32 = 5;
  export const waiting: i32 = 6;
  export const calling: i32 = 7;
  export const backoff: i32 = 9;
  export const bulkheadQueued: i32 = 10;
  export const responding: i32 = 11;
  export const messageParked: i32 = 12;
  export const messageDispatched: i32 = 13;
  export const messageBackoff: i32 = 14;
  export const hedgeTimer: i32 = 15;
  export const resumeQueued: i32 = 16;
  export const lost: i32 = 17;
}

export namespace Flag {
  export const degraded: i32 = 1;
  export const sampled: i32 = 2;
  export const counted: i32 = 4;
  export const dead: i32 = 8;
  export const branch: i32 = 16;
  export const hedge: i32 = 32;
  export const holdsSlot: i32 = 64;
}

export namespace Cause {
  export const none: i32 = 0;
  export const unavailable: i32 = 1;
  export const rejected: i32 = 2;
  export const error: i32 = 5;
}
export const causeCount: i32 = 7;

export namespace EventKind {
  export const task: i32 = 0;
  export const arrival: i32 = 1;
  export const deadline: i32 = 2;
  export const customer: i32 = 5;
}

export namespace Draw {
  export const demand: i32 = 0;
  export const serialization: i32 = 8;
  export const requestDelay: i32 = 16;
  export const answerDelay: i32 = 20;
  export const chance: i32 = 24;
  export const error: i32 = 25;
  export const requestLoss: i32 = 30;
  export const answerLoss: i32 = 31;
}

export namespace ReplicaState {
  export const ready: i32 = 1;
  export const draining: i32 = 2;
}

const noDeadline: i32 = -2;

@inline export function stateOf(task: i32): i32 { return byteAt(Column.state, task); }
@inline export function setState(task: i32, state: i32): void { setByte(Column.state, task, state); }
@inline export function flagsOf(task: i32): i32 { return byteAt(Column.flags, task); }
@inline export function addFlag(task: i32, flag: i32): void { setByte(Column.flags, task, flagsOf(task) | flag); }

/** A fresh task in state `ready`, with no caller, replica or call. */
@inline export function allocateTask(): i32 {
  const task = whole(Whole.taskFreeHead);
  if (task < 0) return newTask();
  setWhole(Whole.taskFreeHead, wholeAt(Column.next, task));
  setState(task, State.ready);
  setWholeAt(Column.caller, task, -1);
  return task;
}

function newTask(): i32 {
  const task = whole(Whole.taskHigh);
  if (task == whole(Whole.taskCapacity) || task >= whole(Whole.taskLimit)) return request(Request.allocateTask, 0);
  setWhole(Whole.taskHigh, task + 1);
  setState(task, State.ready);
  setWholeAt(Column.caller, task, -1);
  setWholeAt(Column.replica, task, -1);
  if (whole(Whole.hasDeadlines)) setWholeAt(Column.deadlinePrev, task, noDeadline);
  return task;
}

@inline export function freeTask(task: i32): void {
  setState(task, State.free);
  if (whole(Whole.hasCalls)) setWholeAt(Column.callId, task, 0);
  setWholeAt(Column.replica, task, -1);
  setWholeAt(Column.next, task, whole(Whole.taskFreeHead));
  setWhole(Whole.taskFreeHead, task);
}

@inline export function newCallId(): i32 {
  let id = whole(Whole.nextCallId) + 1;
  if (id == 0) id = 1;
  setWhole(Whole.nextCallId, id);
  return id;
}

/** Whether nothing else goes on at this instant. */
@inline export function isQuiet(): bool { return whole(Whole.first) < 0; }

@inline export function makeReady(task: i32): void {
  if (whole(Whole.first) < 0) setWhole(Whole.first, task);
  else queueReady(task);
}

function queueReady(task: i32): void {
  const ringCount = whole(Whole.ringCount);
  const length = whole(Whole.ringLength);
  if (ringCount == length) {
    request(Request.makeReady, task);
    return;
  }
  setWholeAt(Column.ring, (whole(Whole.ringHead) + ringCount) & (length - 1), task);
  setWhole(Whole.ringCount, ringCount + 1);
}

/** The next task that goes on at this instant, −1 when there is none. */
@inline export function takeReady(): i32 {
  const task = whole(Whole.first);
  if (whole(Whole.ringCount) == 0) setWhole(Whole.first, -1);
  else advanceReady();
  return task;
}

function advanceReady(): void {
  const head = whole(Whole.ringHead);
  setWhole(Whole.first, wholeAt(Column.ring, head));
  setWhole(Whole.ringHead, (head + 1) & (whole(Whole.ringLength) - 1));
  addWhole(Whole.ringCount, -1);
}

/** The visit that a task belongs to. */
export function visitOf(task: i32): i32 {
  let visit = task;
  while (flagsOf(visit) & Flag.branch) visit = wholeAt(Column.caller, visit);
  return visit;
}

/** Whether the call that an attempt belongs to is still under way. */
@inline export function isAwaited(task: i32): bool {
  const caller = wholeAt(Column.caller, task);
  if (caller < 0) return true;
  const call = wholeAt(Column.callerCall, task);
  return call != 0 && call == wholeAt(Column.callId, caller);
}

// Deadlines: resilience/deadlines

export function watchDeadline(attempt: i32, edge: i32, timeoutMs: f64): void {
  if (!whole(Whole.hasDeadlines)) {
    request(Request.watchDeadline, attempt, edge);
    return;
  }
  const tail = wholeAt(Column.deadlineTail, edge);
  setWholeAt(Column.deadlinePrev, attempt, tail);
  setWholeAt(Column.deadlineNext, attempt, -1);
  if (tail >= 0) setWholeAt(Column.deadlineNext, tail, attempt);
  else setWholeAt(Column.deadlineHead, edge, attempt);
  setWholeAt(Column.deadlineTail, edge, attempt);
  if (realAt(Column.deadlineArmedMs, edge) == Infinity) armDeadline(edge, timeoutMs);
}

export function armDeadline(edge: i32, timeoutMs: f64): void {
  const head = wholeAt(Column.deadlineHead, edge);
  if (head < 0) {
    setRealAt(Column.deadlineArmedMs, edge, Infinity);
    return;
  }
  const deadlineMs = max<f64>(nowMs(), realAt(Column.bornMs, head) + timeoutMs);
  setRealAt(Column.deadlineArmedMs, edge, deadlineMs);
  schedule(deadlineMs, EventKind.deadline, edge);
}

@inline export function unwatchDeadline(attempt: i32): void {
  if (!whole(Whole.hasDeadlines)) return;
  const previous = wholeAt(Column.deadlinePrev, attempt);
  if (previous == noDeadline) return;
  const edge = wholeAt(Column.entryEdge, wholeAt(Column.entry, attempt));
  const next = wholeAt(Column.deadlineNext, attempt);
  if (previous >= 0) setWholeAt(Column.deadlineNext, previous, next);
  else setWholeAt(Column.deadlineHead, edge, next);
  if (next >= 0) setWholeAt(Column.deadlinePrev, next, previous);
  else setWholeAt(Column.deadlineTail, edge, previous);
  setWholeAt(Column.deadlinePrev, attempt, noDeadline);
}

/** Whether the deadline of an attempt has come, or comes at this instant. */
@inline export function isOverdue(attempt: i32, timeoutMs: f64): bool {
  if (!whole(Whole.hasDeadlines)) return false;
  return wholeAt(Column.deadlinePrev, attempt) != noDeadline && realAt(Column.bornMs, attempt) + timeoutMs <= nowMs();
}
