/**
 * The way that most calls go where the network takes no time: sent, admitted,
 * answered and heard of at one instant, with nothing else due in between. Both
 * functions do what the general way does in several turns, without giving the
 * turn away: `sendStraight` is guard, serialisation, send and arrival (see
 * resilience/calls and service/visits), `answerStraight` is answer, delivery and
 * settlement (see service/visits and resilience/answers). They look first
 * whether that comes to the same; a test runs both ways and compares them.
 */
import { isAwaited } from '../resilience/calls';
import { isOverdue, unwatchDeadline, watchDeadline } from '../resilience/deadlines';
import { answer, arriveAtUnit, leaveVisit, visitOf } from '../service/visits';
import type { EngineState } from './engine-state';
import { guardLength } from './program';
import { attemptMask, Cause, TaskFlag, TaskState } from './task-state';

/**
 * Makes a call that at most a timeout guards, and the callee's visit begins. False when
 * the call has to go the general way. `callPc` is where its CALL stands.
 */
export function sendStraight(
  s: EngineState,
  caller: number,
  entry: number,
  callPc: number,
): boolean {
  const edge = s.entryEdge[entry];
  if (!isWayStraight(s, edge)) return false;
  const flags = s.flags[caller] & (TaskFlag.sampled | TaskFlag.counted);
  if (flags & TaskFlag.counted) s.callTotals.attempts[edge]++;
  if (s.observation !== null) s.observation.attempted(edge);
  const call = s.newCallId();
  s.callId[caller] = call;
  s.pc[caller] = callPc + 1 + guardLength;
  s.state[caller] = TaskState.calling;
  s.outstanding[caller] = 1;
  const child = s.allocateTask();
  s.child[caller] = child;
  s.flags[child] = flags;
  s.journey[child] = s.journey[caller];
  s.number[child] = s.number[caller];
  s.attempt[child] = Math.imul(s.attempt[caller], 31) & attemptMask;
  s.caller[child] = caller;
  s.callerCall[child] = call;
  s.entry[child] = entry;
  s.pc[child] = s.entryPc[entry];
  s.bornMs[child] = s.nowMs;
  s.state[child] = TaskState.inFlight;
  s.callTotals.inFlight[edge]++;
  if (flags & TaskFlag.sampled && s.observation !== null) s.observation.callSent(s, child, edge);
  const policy = s.policies[edge];
  if (policy !== null && policy.timeoutMs > 0) watchDeadline(s, child, edge, policy.timeoutMs);
  arriveAtUnit(s, child);
  return true;
}

/**
 * A visit to a ready replica is over and its caller hears of it: who goes on
 * now, or −1 when that is somebody's turn later.
 */
export function answerStraight(s: EngineState, task: number): number {
  leaveVisit(s, task, Cause.none);
  const caller = s.caller[task];
  if (caller < 0 || !canAnswerStraight(s, task, caller)) {
    answer(s, task, Cause.none);
    return -1;
  }
  const edge = s.entryEdge[s.entry[task]];
  unwatchDeadline(s, task);
  s.callTotals.inFlight[edge]--;
  const isHeard = isAwaited(s, task);
  if (isHeard) hear(s, task, caller, edge);
  s.freeTask(task);
  return isHeard ? caller : -1;
}

function hear(s: EngineState, attempt: number, caller: number, edge: number): void {
  const flags = s.flags[attempt];
  if (flags & TaskFlag.counted) {
    s.callTotals.ok[edge]++;
    s.callTotals.latency[edge].record(s.nowMs - s.bornMs[attempt]);
  }
  if (s.observation !== null) {
    s.observation.attemptEnded(edge, false);
    if (flags & TaskFlag.sampled) s.observation.callAnswered(s, attempt, edge, false);
  }
  s.outstanding[caller]--;
  s.callId[caller] = 0;
  if (flags & TaskFlag.degraded) s.flags[visitOf(s, caller)] |= TaskFlag.degraded;
  s.state[caller] = TaskState.ready;
}

function canAnswerStraight(s: EngineState, attempt: number, caller: number): boolean {
  const edge = s.entryEdge[s.entry[attempt]];
  if (!isWayStraight(s, edge) || s.state[caller] === TaskState.messageDispatched) return false;
  const policy = s.policies[edge];
  return policy === null || !isOverdue(s, attempt, policy.timeoutMs);
}

/** Whether a call over this edge meets no guard, takes no time and is not traced, and nothing else is due now. */
function isWayStraight(s: EngineState, edge: number): boolean {
  if (!s.isNetworkFree || s.hasLinkFaults || s.trace !== null) return false;
  const policy = s.policies[edge];
  return (policy === null || policy.isUnguarded) && s.isQuiet;
}
