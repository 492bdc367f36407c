/**
 * Calls that cross into another unit, as the caller lives through them: guard
 * (breaker, bulkhead), send, answer or timeout, retry, fallback. A call has a
 * `callId` while it is under way; an attempt whose `callerCall` differs from it
 * is one that nobody waits for any more, and works in vain.
 */
import type { EngineState } from '../engine/engine-state';
import { uniformFor } from '../engine/luck';
import { guardLength } from '../engine/program';
import { attemptMask, Cause, Draw, TaskFlag, TaskState } from '../engine/task-state';
import { HopKind } from '../frame';
import { ThreadKind, TraceStep } from '../measurement/trace-log';
import { failTask, travel, visitOf } from '../service/visits';
import { BulkheadEntry, enterBulkhead, leaveBulkhead } from './bulkhead';
import { CallGuard } from './call-guard';
import { armDeadline, takeExpired, watchDeadline } from './deadlines';
import type { EdgePolicy } from './edge-policy';
import { cancelAttempt } from './termination';

const inherited = TaskFlag.sampled | TaskFlag.counted;

/**
 * An attempt begins. True: it may go on to its send. False: it was refused or
 * waits for the bulkhead, and the caller is taken care of.
 */
export function passGuard(s: EngineState, caller: number, entry: number, guardPc: number): boolean {
  const edge = s.entryEdge[entry];
  const isRetry = s.tries[caller] > 0;
  if (s.flags[caller] & TaskFlag.counted) {
    s.callTotals.attempts[edge]++;
    if (isRetry) s.callTotals.retries[edge]++;
  }
  s.observation?.attempted(edge);
  s.trace?.note(s, caller, TraceStep.attempt, guardPc, s.tries[caller]);
  const policy = s.policies[edge];
  if (policy === null) return true;
  const guard = guardOf(s, s.replica[caller], edge, policy);
  if (!isRetry) guard.budget?.recordFirst(s.nowMs);
  if (guard.breaker && !guard.breaker.permits(s.nowMs)) {
    if (s.flags[caller] & TaskFlag.sampled) s.observation?.hop(s, caller, edge, HopKind.refused);
    countFailure(s, caller, edge, Cause.circuitOpen);
    callFailed(s, caller, edge, Cause.circuitOpen, guardPc);
    return false;
  }
  if (policy.bulkheadConcurrentMax < 0) return true;
  const outcome = enterBulkhead(s, caller, guard);
  if (outcome !== BulkheadEntry.isFull) return outcome === BulkheadEntry.entered;
  guard.breaker?.record(true, s.nowMs);
  countFailure(s, caller, edge, Cause.rejected);
  callFailed(s, caller, edge, Cause.rejected, guardPc);
  return false;
}

/** Sends the (first copy of the) present attempt; the caller waits. `pc` is behind the send. */
export function sendAttempt(s: EngineState, caller: number, entry: number, pc: number): void {
  s.callId[caller] = s.newCallId();
  s.pc[caller] = pc;
  s.state[caller] = TaskState.calling;
  s.outstanding[caller] = 1;
  if (s.trace !== null) s.trace.note(s, caller, TraceStep.calling, pc - 1);
  const policy = s.policies[s.entryEdge[entry]];
  s.child[caller] = launch(s, caller, entry, s.tries[caller]);
  if (policy !== null && policy.hedgeAfterMs >= 0) armHedge(s, caller, entry, policy, pc);
}

/** A message's delivery, or any other send without a guard: the caller's call is under way. */
export function launch(s: EngineState, caller: number, entry: number, attempt: number): number {
  const edge = s.entryEdge[entry];
  const child = s.allocateTask();
  s.flags[child] = s.flags[caller] & inherited;
  s.journey[child] = s.journey[caller];
  s.number[child] = s.number[caller];
  s.attempt[child] = (Math.imul(s.attempt[caller], 31) + attempt) & attemptMask;
  s.caller[child] = caller;
  s.callerCall[child] = s.callId[caller];
  s.entry[child] = entry;
  s.pc[child] = s.entryPc[entry];
  s.bornMs[child] = s.nowMs;
  s.state[child] = TaskState.inFlight;
  s.callTotals.inFlight[edge]++;
  if (s.trace !== null) s.trace.spawned(s, caller, child, ThreadKind.attempt);
  if (s.flags[child] & TaskFlag.sampled) s.observation?.callSent(s, child, edge);
  const policy = s.policies[edge];
  if (policy !== null && policy.timeoutMs > 0) watchDeadline(s, child, edge, policy.timeoutMs);
  travel(s, child, Draw.requestDelay);
  return child;
}

const hedgeAttemptStride = 64;

function armHedge(
  s: EngineState,
  caller: number,
  entry: number,
  policy: EdgePolicy,
  pc: number,
): void {
  const timer = s.allocateTask();
  s.flags[timer] = (s.flags[caller] & inherited) | TaskFlag.branch | TaskFlag.hedge;
  s.flags[visitOf(s, caller)] |= TaskFlag.hasBranches;
  s.journey[timer] = s.journey[caller];
  s.number[timer] = s.number[caller];
  s.attempt[timer] = s.attempt[caller];
  s.replica[timer] = s.replica[caller];
  s.caller[timer] = caller;
  s.callerCall[timer] = s.callId[caller];
  s.entry[timer] = entry;
  s.tries[timer] = 1;
  // It serialises its copy and sends it, as the caller did.
  s.pc[timer] = pc - guardLength + 1;
  s.state[timer] = TaskState.hedgeTimer;
  s.trace?.spawned(s, caller, timer, ThreadKind.hedge);
  s.scheduleTask(s.nowMs + policy.hedgeAfterMs, timer);
}

/** Whether the call that a timer or an attempt belongs to is still under way. */
export function isAwaited(s: EngineState, task: number): boolean {
  const caller = s.caller[task];
  const call = s.callerCall[task];
  return caller < 0 || (call !== 0 && call === s.callId[caller]);
}

/** A hedge timer has serialised its copy: it goes out, and the timer may run once more. */
export function sendHedge(s: EngineState, timer: number): void {
  const caller = s.caller[timer];
  const entry = s.entry[timer];
  const edge = s.entryEdge[entry];
  const policy = s.policies[edge];
  if (policy === null || !isAwaited(s, timer)) {
    s.freeTask(timer);
    return;
  }
  if (s.flags[timer] & TaskFlag.counted) s.callTotals.attempts[edge]++;
  s.outstanding[caller]++;
  const copy = s.tries[timer]++;
  s.trace?.hedgeSent(timer);
  launch(s, caller, entry, s.tries[caller] + copy * hedgeAttemptStride);
  if (copy >= policy.hedgesMax) {
    s.freeTask(timer);
    return;
  }
  s.pc[timer] -= 1;
  s.state[timer] = TaskState.hedgeTimer;
  s.scheduleTask(s.nowMs + policy.hedgeAfterMs, timer);
}

/** The caller hears of an attempt: an answer (`isAnswered`), or the failure that came in its place. */
export function settleAttempt(
  s: EngineState,
  attempt: number,
  cause: number,
  isAnswered: boolean,
): void {
  const caller = s.caller[attempt];
  const edge = s.entryEdge[s.entry[attempt]];
  const isFailure = cause !== Cause.none;
  if (s.flags[attempt] & TaskFlag.counted) {
    if (isFailure) s.callTotals.failed[edge]++;
    else s.callTotals.ok[edge]++;
    if (isAnswered) s.callTotals.latency[edge].record(s.nowMs - s.bornMs[attempt]);
  }
  if (s.observation !== null) s.observation.attemptEnded(edge, isFailure);
  if (s.trace !== null) s.trace.noteOutcome(s, attempt, TraceStep.heard, cause);
  if (s.flags[attempt] & TaskFlag.sampled) {
    s.observation?.callAnswered(s, attempt, edge, isFailure);
  }
  const policy = s.policies[edge];
  if (policy !== null) {
    guardOf(s, s.replica[caller], edge, policy).breaker?.record(isFailure, s.nowMs);
  }
  s.outstanding[caller]--;
  if (isFailure && s.outstanding[caller] > 0) return;
  s.callId[caller] = 0;
  if (policy !== null && policy.bulkheadConcurrentMax >= 0) {
    leaveBulkhead(s, guardOf(s, s.replica[caller], edge, policy));
  }
  if (isFailure) {
    callFailed(s, caller, edge, cause, s.pc[caller] - guardLength);
    return;
  }
  if (s.flags[attempt] & TaskFlag.degraded) s.flags[visitOf(s, caller)] |= TaskFlag.degraded;
  s.state[caller] = TaskState.ready;
  s.makeReady(caller);
}

/** Deadlines of an edge have come. */
export function fireDeadlines(s: EngineState, edge: number): void {
  const policy = s.policies[edge];
  // A policy that was switched leaves the event of the old one behind.
  if (policy === null || s.deadlineArmedMs[edge] !== s.nowMs) return;
  expireAttempts(s, edge, policy);
}

/** Lets every attempt of an edge time out whose deadline has come. */
export function expireAttempts(s: EngineState, edge: number, policy: EdgePolicy): void {
  for (;;) {
    const attempt = takeExpired(s, edge, policy.timeoutMs);
    if (attempt < 0) break;
    if (!isAwaited(s, attempt)) continue;
    settleAttempt(s, attempt, Cause.timedOut, false);
    s.callerCall[attempt] = 0;
    if (policy.isCancelling) cancelAttempt(s, attempt);
  }
  armDeadline(s, edge, policy.timeoutMs);
}

/** An attempt failed: retry, fall back, or fail with it. `guardPc` is where a retry begins. */
export function callFailed(
  s: EngineState,
  caller: number,
  edge: number,
  cause: number,
  guardPc: number,
): void {
  const policy = s.policies[edge];
  if (policy !== null) {
    if (cause !== Cause.circuitOpen && s.tries[caller] < policy.retriesMax) {
      const { budget } = guardOf(s, s.replica[caller], edge, policy);
      if (budget === null || budget.takeRetry(s.nowMs)) {
        sleepBeforeRetry(s, caller, policy, guardPc);
        return;
      }
    }
    if (policy.hasFallback) {
      s.flags[visitOf(s, caller)] |= TaskFlag.degraded;
      s.pc[caller] = guardPc + guardLength;
      s.trace?.note(s, caller, TraceStep.fallback, guardPc);
      s.state[caller] = TaskState.ready;
      s.makeReady(caller);
      return;
    }
  }
  failTask(s, caller, cause);
}

function sleepBeforeRetry(
  s: EngineState,
  caller: number,
  policy: EdgePolicy,
  guardPc: number,
): void {
  let pauseMs = policy.backoffMs;
  for (let i = 0; i < s.tries[caller]; i++) pauseMs *= policy.backoffFactor;
  if (policy.hasJitter) {
    // One draw per retry, apart from the attempt's own.
    const position = s.position[guardPc];
    pauseMs *= uniformFor(s, caller, position, Draw.jitter + (s.tries[caller] << 6));
  }
  s.tries[caller]++;
  s.pc[caller] = guardPc;
  s.trace?.note(s, caller, TraceStep.pause, guardPc);
  s.state[caller] = TaskState.backoff;
  s.scheduleTask(s.nowMs + pauseMs, caller);
}

function countFailure(s: EngineState, caller: number, edge: number, cause: number): void {
  s.trace?.note(s, caller, TraceStep.refused, -1, cause);
  if (s.flags[caller] & TaskFlag.counted) s.callTotals.failed[edge]++;
  s.observation?.attemptEnded(edge, true);
}

export function guardOf(
  s: EngineState,
  replica: number,
  edge: number,
  policy: EdgePolicy,
): CallGuard {
  const guards = s.guards[replica];
  let guard = guards.get(edge);
  if (guard === undefined) {
    guard = new CallGuard(policy);
    guards.set(edge, guard);
  }
  return guard;
}
