/** The life of a visit at its ends: arrival at a unit, answer, completion of the request. */
import { drawn } from '../engine/distribution';
import type { EngineState } from '../engine/engine-state';
import { drawFor, uniformFor } from '../engine/luck';
import { Cause, causeCount, Draw, TaskFlag, TaskState } from '../engine/task-state';
import { ReplicaState } from '../frame';
import type { RunWindows } from '../measurement/run-windows';
import { TraceStep } from '../measurement/trace-log';
import { pickReplica } from './balancer';
import { requestCore } from './cores';
import { retireIfDrained } from './replicas';
import { admit, isQueued, leaveUnit } from './slots';

/**
 * Whoever waits without a timeout for something that was lost on the way learns
 * of it when the connection's keep-alive gives up, ms.
 */
export const connectionGiveUpMs = 20_000;

/** A request reaches its unit: it gets a slot, waits for one, or is turned away. */
export function arriveAtUnit(s: EngineState, task: number): void {
  const unit = s.entryUnit[s.entry[task]];
  const replica = pickReplica(s, unit, task);
  if (replica >= 0 && s.isQuiet && beginAtOnce(s, task, replica, unit)) return;
  const outcome = replica < 0 ? Cause.unavailable : admit(s, task, replica, unit);
  if (s.trace !== null) noteArrival(s, task, replica, outcome);
  if (outcome === Cause.none) {
    s.state[task] = TaskState.ready;
    s.makeReady(task);
  } else if (outcome !== isQueued) {
    turnAway(s, task, unit, outcome);
  }
}

/**
 * A visit that finds a slot begins its first work: what it would do at its
 * turn, which is the next one where nothing else is due. False where the
 * general way has more to look at.
 */
function beginAtOnce(s: EngineState, task: number, replica: number, unit: number): boolean {
  const entry = s.entry[task];
  const pc = s.firstWorkPc[entry];
  if (pc < 0 || s.slotsFree[replica] <= 0 || s.hasServiceFaults || s.trace !== null) return false;
  admit(s, task, replica, unit);
  drawFor(s, task, s.firstWorkDistribution[entry], s.position[pc], s.firstWorkDraw[entry]);
  s.workMs[task] = drawn[0];
  s.pc[task] = pc + 1;
  if (s.workMs[task] > 0) {
    requestCore(s, task, replica, unit);
  } else {
    s.state[task] = TaskState.ready;
    s.makeReady(task);
  }
  return true;
}

function turnAway(s: EngineState, task: number, unit: number, cause: number): void {
  s.observation?.visitEnded(s, task, unit, cause);
  answer(s, task, cause);
}

function noteArrival(s: EngineState, task: number, replica: number, outcome: number): void {
  const unit = s.entryUnit[s.entry[task]];
  const number = s.unitReplicas[unit].indexOf(replica) + 1;
  s.trace?.note(s, task, TraceStep.reached, -1, number);
  if (outcome === isQueued) s.trace?.note(s, task, TraceStep.slotQueue);
  else if (outcome === Cause.none) s.trace?.note(s, task, TraceStep.slot);
}

/** The visit that a task belongs to: itself, or the one that its branch or timer was set going for. */
export function visitOf(s: EngineState, task: number): number {
  let visit = task;
  while (s.flags[visit] & TaskFlag.branch) visit = s.caller[visit];
  return visit;
}

/** A task cannot go on: its branch, or its whole visit, has failed with this cause. */
export function failTask(s: EngineState, task: number, cause: number): void {
  if (s.flags[task] & TaskFlag.branch) endBranch(s, task, cause);
  else finishVisit(s, task, cause);
}

/** A branch is over; the last one lets its fork go on, or fail. */
export function endBranch(s: EngineState, branch: number, cause: number): void {
  s.trace?.noteOutcome(s, branch, TraceStep.answered, cause);
  const fork = s.caller[branch];
  s.freeTask(branch);
  if (cause !== Cause.none && s.cause[fork] === Cause.none) s.cause[fork] = cause;
  if (--s.outstanding[fork] > 0) return;
  if (s.cause[fork] !== Cause.none) {
    failTask(s, fork, s.cause[fork]);
    return;
  }
  s.state[fork] = TaskState.ready;
  s.makeReady(fork);
}

/** The unit is done with a visit: its slot is free and the answer leaves. */
export function finishVisit(s: EngineState, task: number, cause: number): void {
  const replica = s.replica[task];
  leaveVisit(s, task, cause);
  if (s.replicaState[replica] === ReplicaState.draining) retireIfDrained(s, replica);
  answer(s, task, cause);
}

/** The visit is counted and its slot is free; its answer is still to leave. */
export function leaveVisit(s: EngineState, task: number, cause: number): void {
  const replica = s.replica[task];
  const unit = s.replicaUnit[replica];
  if (s.nowMs >= s.warmupMs) s.answered[unit]++;
  if (s.observation !== null) s.observation.visitEnded(s, task, unit, cause);
  if (s.hasRelease) noteVisit(s, task, replica, cause);
  leaveUnit(s, task);
}

/** What a canary is judged by. */
function noteVisit(s: EngineState, task: number, replica: number, cause: number): void {
  s.visitsEnded[replica]++;
  s.visitsMs[replica] += s.nowMs - s.bornMs[task];
  if (cause !== Cause.none) s.visitsFailed[replica]++;
}

/** Sends the answer on its way; for a customer's own request this completes it. */
export function answer(s: EngineState, task: number, cause: number): void {
  if (s.trace !== null) s.trace.noteOutcome(s, task, TraceStep.answered, cause);
  if (s.caller[task] < 0) {
    completeRequest(s, task, cause);
    s.freeTask(task);
    return;
  }
  s.cause[task] = cause;
  s.state[task] = TaskState.responding;
  s.replica[task] = -1;
  travel(s, task, Draw.answerDelay);
}

/** Puts a task on the network, one way. */
export function travel(s: EngineState, task: number, draw: number): void {
  const takesTime = s.hasLatency || s.hasLinkFaults;
  if (takesTime && s.program.entryIsRemote[s.entry[task]] === 1) crossNetwork(s, task, draw);
  else s.makeReady(task);
}

function crossNetwork(s: EngineState, task: number, draw: number): void {
  const { program } = s;
  const { network } = s.setup;
  const entry = s.entry[task];
  const position = program.entryPosition[entry];
  let delayMs = 0;
  if (network.hasLatency) {
    drawFor(s, task, network.latency, position, draw);
    delayMs = drawn[0];
  }
  if (s.hasLinkFaults) {
    const edge = program.entryEdge[entry];
    const loss = s.linkLoss[edge];
    const lossDraw = draw === Draw.requestDelay ? Draw.requestLoss : Draw.answerLoss;
    const isLost = loss > 0 && uniformFor(s, task, position, lossDraw) < loss;
    if (isLost) {
      s.state[task] = TaskState.lost;
      s.scheduleTask(s.nowMs + connectionGiveUpMs, task);
      return;
    }
    delayMs += s.linkAddMs[edge];
  }
  if (delayMs > 0) s.scheduleTask(s.nowMs + delayMs, task);
  else s.makeReady(task);
}

function completeRequest(s: EngineState, task: number, cause: number): void {
  const journey = s.journey[task];
  const isDegraded = cause === Cause.none && (s.flags[task] & TaskFlag.degraded) !== 0;
  const latencyMs = s.nowMs - s.bornMs[task];
  const outcome = isDegraded ? causeCount : cause;
  s.digest.record(journey, s.number[task], outcome, s.bornMs[task], s.nowMs);
  if (s.flags[task] & TaskFlag.counted) {
    if (cause !== Cause.none) s.journeyTotals.recordFailed(journey, cause);
    else s.journeyTotals.recordGood(journey, isDegraded, latencyMs, s.setup.sloMs[journey]);
  }
  s.requests?.ended(journey, s.number[task], cause, isDegraded, s.nowMs);
  if (s.windows !== null) noteEnd(s.windows, cause, isDegraded, latencyMs);
  s.observation?.requestEnded(s, task, cause, isDegraded);
  if (s.arrivals.isClosed) s.arrivals.onCompleted(s, task);
}

function noteEnd(windows: RunWindows, cause: number, isDegraded: boolean, latencyMs: number): void {
  if (cause === Cause.none) windows.requestAnswered(isDegraded, latencyMs);
  else windows.requestFailed();
}
