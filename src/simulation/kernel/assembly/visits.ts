/** The life of a visit at its ends: service/visits, traffic/requests. */
import { Column, Real, Request, Whole } from '../layout';
import { requestArrived, requestEnded, request } from './engine';
import { drawFor, uniformFor } from './luck';
import { addWhole, byteAt, count, nowMs, real, realAt, setByte, setRealAt, setShort, setWholeAt, shortAt, whole, wholeAt } from './memory';
import { scheduleTask } from './queue';
import { admit, isQueued, leaveUnit, pickReplica, requestCore, retireIfDrained } from './service';
import { allocateTask, Cause, causeCount, Draw, Flag, flagsOf, freeTask, isQuiet, makeReady, setState, State } from './tasks';
import { digest, record } from './totals';

const connectionGiveUpMs: f64 = 20000;

/** A customer's request arrives now at its journey's entry. */
@inline export function newRequest(journey: i32, number: i32): void {
  const task = allocateTask();
  setShort(Column.journey, task, journey);
  setWholeAt(Column.number, task, number);
  setWholeAt(Column.attempt, task, 0);
  setWholeAt(Column.entry, task, journey);
  setWholeAt(Column.pc, task, wholeAt(Column.entryPc, journey));
  setRealAt(Column.bornMs, task, nowMs());
  if (whole(Whole.hasCalls)) setWholeAt(Column.callerCall, task, 0);
  setState(task, State.inFlight);
  if (nowMs() >= real(Real.warmupMs)) {
    setByte(Column.flags, task, Flag.counted);
    count(Column.journeyArrivals, journey);
  } else {
    setByte(Column.flags, task, 0);
  }
  if (whole(Whole.hasRequests)) requestArrived(journey, number, nowMs());
  if (whole(Whole.hasWindows)) {
    addWhole(Whole.windowArrivals, 1);
    addWhole(Whole.windowInFlight, 1);
  }
  arriveAtUnit(task);
}

/** A request reaches its unit: it gets a slot, waits for one, or is turned away. */
export function arriveAtUnit(task: i32): void {
  const entry = wholeAt(Column.entry, task);
  const unit = wholeAt(Column.entryUnit, entry);
  const replica = pickReplica(unit, task);
  if (replica >= 0 && isQuiet() && beginAtOnce(task, replica, unit, entry)) return;
  const outcome = replica < 0 ? Cause.unavailable : admit(task, replica, unit);
  if (outcome == Cause.none) {
    setState(task, State.ready);
    makeReady(task);
  } else if (outcome != isQueued) {
    answer(task, outcome);
  }
}

/** A visit that finds a slot begins its first work. */
@inline function beginAtOnce(task: i32, replica: i32, unit: i32, entry: i32): bool {
  const pc = wholeAt(Column.firstWorkPc, entry);
  if (pc < 0 || wholeAt(Column.slotsFree, replica) <= 0 || whole(Whole.hasServiceFaults)) return false;
  admit(task, replica, unit);
  const workMs = drawFor(task, wholeAt(Column.firstWorkDistribution, entry), wholeAt(Column.position, pc), wholeAt(Column.firstWorkDraw, entry));
  setRealAt(Column.workMs, task, workMs);
  setWholeAt(Column.pc, task, pc + 1);
  if (workMs > 0) {
    requestCore(task, replica, unit);
  } else {
    setState(task, State.ready);
    makeReady(task);
  }
  return true;
}

/** A task cannot go on: its branch, or its whole visit, has failed. */
export function failTask(task: i32, cause: i32): void {
  if (flagsOf(task) & Flag.branch) request(Request.endBranch, task, cause);
  else finishVisit(task, cause);
}

/** The unit is done with a visit: its slot is free and the answer leaves. */
export function finishVisit(task: i32, cause: i32): void {
  const replica = wholeAt(Column.replica, task);
  leaveVisit(task, cause);
  retireIfDrained(replica);
  answer(task, cause);
}

/** The visit is counted and its slot is free; its answer is still to leave. */
@inline export function leaveVisit(task: i32, cause: i32): void {
  const replica = wholeAt(Column.replica, task);
  if (nowMs() >= real(Real.warmupMs)) count(Column.answered, wholeAt(Column.replicaUnit, replica));
  if (whole(Whole.hasRelease)) noteVisit(task, replica, cause);
  leaveUnit(task);
}

/** What a canary is judged by. */
function noteVisit(task: i32, replica: i32, cause: i32): void {
  count(Column.visitsEnded, replica);
  setRealAt(Column.visitsMs, replica, realAt(Column.visitsMs, replica) + (nowMs() - realAt(Column.bornMs, task)));
  if (cause != Cause.none) count(Column.visitsFailed, replica);
}

/** Sends the answer on its way; for a customer's own request this completes it. */
export function answer(task: i32, cause: i32): void {
  if (wholeAt(Column.caller, task) < 0) {
    completeRequest(task, cause);
    freeTask(task);
    return;
  }
  setByte(Column.cause, task, cause);
  setState(task, State.responding);
  setWholeAt(Column.replica, task, -1);
  travel(task, Draw.answerDelay);
}

/** Puts a task on the network, one way. */
export function travel(task: i32, which: i32): void {
  const takesTime = whole(Whole.hasLatency) | whole(Whole.hasLinkFaults);
  if (takesTime && byteAt(Column.entryIsRemote, wholeAt(Column.entry, task)) == 1) crossNetwork(task, which);
  else makeReady(task);
}

function crossNetwork(task: i32, which: i32): void {
  const entry = wholeAt(Column.entry, task);
  const position = wholeAt(Column.entryPosition, entry);
  let delayMs: f64 = 0;
  if (whole(Whole.hasLatency)) delayMs = drawFor(task, whole(Whole.latency), position, which);
  if (whole(Whole.hasLinkFaults)) {
    const edge = wholeAt(Column.entryEdge, entry);
    const loss = realAt(Column.linkLoss, edge);
    const lossDraw = which == Draw.requestDelay ? Draw.requestLoss : Draw.answerLoss;
    if (loss > 0 && uniformFor(task, position, lossDraw) < loss) {
      setState(task, State.lost);
      scheduleTask(nowMs() + connectionGiveUpMs, task);
      return;
    }
    delayMs += realAt(Column.linkAddMs, edge);
  }
  if (delayMs > 0) scheduleTask(nowMs() + delayMs, task);
  else makeReady(task);
}

@inline function completeRequest(task: i32, cause: i32): void {
  const journey = shortAt(Column.journey, task);
  const number = wholeAt(Column.number, task);
  const flags = flagsOf(task);
  const isDegraded = cause == Cause.none && (flags & Flag.degraded) != 0;
  const bornMs = realAt(Column.bornMs, task);
  const latencyMs = nowMs() - bornMs;
  digest(journey, number, isDegraded ? causeCount : cause, bornMs, nowMs());
  if (flags & Flag.counted) {
    if (cause != Cause.none) {
      count(Column.journeyFailed, journey * causeCount + cause);
    } else {
      if (isDegraded) count(Column.journeyDegraded, journey);
      else count(Column.journeyOk, journey);
      if (latencyMs <= realAt(Column.sloMs, journey)) count(Column.withinSlo, journey);
      record(whole(Whole.journeyLatency) + journey, latencyMs);
    }
  }
  if (whole(Whole.hasRequests)) requestEnded(journey, number, cause, isDegraded, nowMs());
  if (whole(Whole.hasWindows)) noteEnd(cause, isDegraded, latencyMs);
  if (whole(Whole.isClosed)) request(Request.requestCompleted, task);
}

@inline function noteEnd(cause: i32, isDegraded: bool, latencyMs: f64): void {
  addWhole(Whole.windowInFlight, -1);
  if (cause != Cause.none) {
    addWhole(Whole.windowFailed, 1);
    return;
  }
  if (isDegraded) addWhole(Whole.windowDegraded, 1);
  else addWhole(Whole.windowOk, 1);
  record(whole(Whole.windowLatency), latencyMs);
}
