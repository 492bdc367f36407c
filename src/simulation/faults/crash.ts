/**
 * A crash fails everything in the replica at once, in every module of the unit.
 * Callers elsewhere hear of it one network delay later (their connection is
 * reset); calls that the replica had sent out go on elsewhere, in vain.
 */
import type { EngineState } from '../engine/engine-state';
import { Cause, EventKind, TaskFlag, TaskState } from '../engine/task-state';
import { ReplicaState } from '../frame';
import { Integral } from '../measurement/unit-totals';
import { handDeadlineOver } from '../resilience/deadlines';
import { discard } from '../resilience/termination';
import {
  clearQueues,
  coresBusy,
  dropGuards,
  retire,
  setReplicaState,
  slotsBusy,
  startReplica,
  startWithin,
} from '../service/replicas';
import { answer } from '../service/visits';

/** Keeps a unit down until as many holds are lifted; crashes it if it is up. */
export function holdUnitDown(s: EngineState, unit: number): void {
  s.crashHolds[unit]++;
  if (s.crashHolds[unit] > 1) return;
  for (const replica of [...s.unitReplicas[unit]]) crashReplica(s, replica);
}

/** Lifts one hold; after the last the replicas start up, or are ready at once. */
export function liftHold(s: EngineState, unit: number, isReadyAtOnce: boolean): void {
  s.crashHolds[unit]--;
  for (const replica of s.unitReplicas[unit]) startUnlessHeld(s, replica, isReadyAtOnce);
}

/** Keeps one replica down until as many holds are lifted; crashes it if it is up. */
export function holdReplicaDown(s: EngineState, replica: number): void {
  s.replicaHolds[replica]++;
  crashReplica(s, replica);
}

/** Lifts one hold of one replica. */
export function liftReplicaHold(s: EngineState, replica: number, isReadyAtOnce: boolean): void {
  s.replicaHolds[replica]--;
  startUnlessHeld(s, replica, isReadyAtOnce);
}

function isHeldDown(s: EngineState, replica: number): boolean {
  return s.crashHolds[s.replicaUnit[replica]] > 0 || s.replicaHolds[replica] > 0;
}

function startUnlessHeld(s: EngineState, replica: number, isReadyAtOnce: boolean): void {
  if (s.replicaState[replica] !== ReplicaState.crashed || isHeldDown(s, replica)) return;
  if (isReadyAtOnce) startWithin(s, replica, 0);
  else startReplica(s, replica);
}

/** One crash of a whole unit, which starts again by itself. */
export function crashUnit(s: EngineState, unit: number): void {
  for (const replica of [...s.unitReplicas[unit]]) crashAndRestart(s, replica);
}

/** One crash of one replica, which starts again by itself. */
export function crashAndRestart(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  if (s.replicaState[replica] === ReplicaState.crashed) return;
  const goodMs = s.nowMs - s.readyMs[replica];
  if (goodMs >= forgetCrashesMs) s.crashesInARow[replica] = 0;
  crashReplica(s, replica);
  const isGone = !s.unitReplicas[unit].includes(replica);
  if (isGone || isHeldDown(s, replica)) return;
  const pauseMs = pauseBeforeRestartMs(s.crashesInARow[replica]++);
  if (pauseMs === 0) {
    startReplica(s, replica);
  } else {
    s.restartMs[replica] = s.nowMs + pauseMs;
    s.schedule(s.nowMs + pauseMs, EventKind.replica, replica);
  }
}

/** A replica's event came: it may be the end of its pause. */
export function restartIfDue(s: EngineState, replica: number): void {
  const isDue =
    s.replicaState[replica] === ReplicaState.crashed && s.restartMs[replica] === s.nowMs;
  if (isDue && !isHeldDown(s, replica)) startReplica(s, replica);
}

/** After ten good minutes a crash is the first again (as Kubernetes counts), ms. */
const forgetCrashesMs = 600_000;

/** None before the first restart, then 10 s, twice as long each time, 5 min at most. */
export function pauseBeforeRestartMs(earlierCrashes: number): number {
  if (earlierCrashes === 0) return 0;
  let pauseMs = 10_000;
  for (let i = 1; i < earlierCrashes && pauseMs < 300_000; i++) pauseMs *= 2;
  return Math.min(300_000, pauseMs);
}

export function crashReplica(s: EngineState, replica: number): void {
  const before = s.replicaState[replica];
  if (before === ReplicaState.crashed) return;
  const inside = tasksIn(s, replica);
  emptyReplica(s, replica);
  setReplicaState(s, replica, ReplicaState.crashed);
  s.readyMs[replica] = Infinity;
  s.isHeldBack[replica] = 0;
  for (const task of inside) failInside(s, task);
  if (before === ReplicaState.draining) retire(s, replica);
}

function tasksIn(s: EngineState, replica: number): number[] {
  const inside: number[] = [];
  for (let task = 0; task < s.taskHigh; task++) {
    if (s.state[task] !== TaskState.free && s.replica[task] === replica) inside.push(task);
  }
  return inside;
}

/** Slots, cores and queues are empty from now on. */
function emptyReplica(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  const settings = s.setup.units[unit];
  const totals = s.unitTotals;
  if (!settings.isUnlimited) totals.add(unit, Integral.slotsBusy, -slotsBusy(s, replica), s.nowMs);
  totals.add(unit, Integral.slotQueue, -s.slotQueued[replica], s.nowMs);
  totals.add(unit, Integral.coresBusy, -coresBusy(s, replica), s.nowMs);
  totals.add(unit, Integral.coreQueue, -s.coreQueued[replica], s.nowMs);
  s.slotsFree[replica] = s.concurrency[unit];
  s.visitsInside[replica] = 0;
  s.coresFree[replica] = settings.coreCount;
  clearQueues(s, replica);
  dropGuards(s, replica);
  s.observation?.slots.reset(replica, settings.isUnlimited ? 0 : s.concurrency[unit]);
}

function failInside(s: EngineState, task: number): void {
  if (s.flags[task] & TaskFlag.branch) {
    discard(s, task);
    return;
  }
  const unit = s.entryUnit[s.entry[task]];
  s.observation?.visitEnded(s, task, unit, Cause.crashed);
  // The old task may still be named by an event, so the bad news travels as a task of its own.
  const news = s.allocateTask();
  s.flags[news] = s.flags[task] & (TaskFlag.sampled | TaskFlag.counted);
  s.journey[news] = s.journey[task];
  s.number[news] = s.number[task];
  s.attempt[news] = s.attempt[task];
  s.caller[news] = s.caller[task];
  if (s.hasCalls) s.callerCall[news] = s.callerCall[task];
  s.entry[news] = s.entry[task];
  s.bornMs[news] = s.bornMs[task];
  handDeadlineOver(s, task, news);
  s.trace?.handOver(task, news);
  discard(s, task);
  answer(s, news, Cause.crashed);
}
