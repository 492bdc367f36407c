/** Units at work: service/balancer, service/slots, service/cores. */
import { Column, Request, Whole } from '../layout';
import { replicaSlowness, request } from './engine';
import { addTo, byteAt, count, nowMs, realAt, setByte, setRealAt, setWholeAt, whole, wholeAt } from './memory';
import { scheduleTask } from './queue';
import { Cause, Flag, flagsOf, makeReady, ReplicaState, setState, State } from './tasks';
import { decrease, increase, Integral, record } from './totals';
import { Op } from './op';

const roundRobin: i32 = 0;
const leastOutstanding: i32 = 2;

/** A visit that waits in the accept queue; not a cause of failure. */
export const isQueued: i32 = -1;

@inline export function replicaStateOf(replica: i32): i32 { return byteAt(Column.replicaState, replica); }

/** A ready replica for this visit, −1 when there is none. */
export function pickReplica(unit: i32, task: i32): i32 {
  const from = wholeAt(Column.replicasFrom, unit);
  const length = wholeAt(Column.replicaCount, unit);
  if (length == 1) {
    const replica = wholeAt(Column.replicas, from);
    if (replicaStateOf(replica) != ReplicaState.ready) return -1;
    setWholeAt(Column.roundRobin, unit, 1);
    return replica;
  }
  const balancer = byteAt(Column.balancer, unit);
  if (balancer == roundRobin) return nextInTurn(unit, from, length);
  if (balancer == leastOutstanding) return least(unit, from, length);
  return request(Request.pickReplica, unit, task);
}

function nextInTurn(unit: i32, from: i32, length: i32): i32 {
  let turn = wholeAt(Column.roundRobin, unit);
  for (let i = 0; i < length; i++) {
    if (turn >= length) turn = 0;
    const replica = wholeAt(Column.replicas, from + turn);
    turn++;
    if (replicaStateOf(replica) == ReplicaState.ready) {
      setWholeAt(Column.roundRobin, unit, turn);
      return replica;
    }
  }
  return -1;
}

function least(unit: i32, from: i32, length: i32): i32 {
  let best = -1;
  let bestTurn = 0;
  let fewest = i32.MAX_VALUE;
  const firstTurn = wholeAt(Column.roundRobin, unit);
  for (let i = 0; i < length; i++) {
    const turn = (firstTurn + i) % length;
    const replica = wholeAt(Column.replicas, from + turn);
    if (replicaStateOf(replica) != ReplicaState.ready) continue;
    const outstanding = wholeAt(Column.visitsInside, replica);
    if (outstanding < fewest) {
      fewest = outstanding;
      best = replica;
      bestTurn = turn;
    }
  }
  if (best >= 0) setWholeAt(Column.roundRobin, unit, bestTurn + 1);
  return best;
}

// Slots

/** Admits a visit: Cause.none (it has its slot), Cause.rejected, or isQueued. */
@inline export function admit(task: i32, replica: i32, unit: i32): i32 {
  setWholeAt(Column.replica, task, replica);
  addTo(Column.visitsInside, replica, 1);
  if (byteAt(Column.isUnlimited, unit)) return Cause.none;
  if (wholeAt(Column.slotsFree, replica) <= 0) return queueForSlot(task, replica, unit);
  if (flagsOf(task) & Flag.counted) count(Column.slotsAtOnce, unit);
  takeSlot(task, replica, unit);
  return Cause.none;
}

function queueForSlot(task: i32, replica: i32, unit: i32): i32 {
  const queued = wholeAt(Column.slotQueued, replica);
  if ((queued as f64) >= realAt(Column.acceptQueueLimit, unit)) {
    setWholeAt(Column.replica, task, -1);
    addTo(Column.visitsInside, replica, -1);
    if (flagsOf(task) & Flag.counted) count(Column.rejected, unit);
    return Cause.rejected;
  }
  setState(task, State.slotQueued);
  startWaiting(task);
  if (queued == 0) setWholeAt(Column.slotHead, replica, task);
  else setWholeAt(Column.next, wholeAt(Column.slotTail, replica), task);
  setWholeAt(Column.slotTail, replica, task);
  setWholeAt(Column.slotQueued, replica, queued + 1);
  increase(unit, Integral.slotQueue);
  if (queued + 1 > wholeAt(Column.slotQueueMax, unit)) setWholeAt(Column.slotQueueMax, unit, queued + 1);
  return isQueued;
}

@inline function startWaiting(task: i32): void {
  setRealAt(Column.sinceMs, task, nowMs());
  setWholeAt(Column.next, task, -1);
}

/** Gives back the slot of a visit that is done, and lets the next in. */
@inline export function leaveUnit(task: i32): void {
  const replica = wholeAt(Column.replica, task);
  addTo(Column.visitsInside, replica, -1);
  if (flagsOf(task) & Flag.holdsSlot) releaseSlot(task, replica);
}

/** An event-loop visit starts to wait: others may use its slot. */
export function yieldSlot(task: i32): void {
  if (flagsOf(task) & Flag.holdsSlot) releaseSlot(task, wholeAt(Column.replica, task));
}

/** An event-loop visit goes on: whether it has a slot, or waits for one before newcomers. */
export function resumeSlot(task: i32): bool {
  if (flagsOf(task) & Flag.holdsSlot) return true;
  const replica = wholeAt(Column.replica, task);
  if (wholeAt(Column.slotsFree, replica) > 0) {
    takeSlot(task, replica, wholeAt(Column.replicaUnit, replica));
    return true;
  }
  setState(task, State.resumeQueued);
  setWholeAt(Column.next, task, -1);
  if (wholeAt(Column.resumeHead, replica) < 0) setWholeAt(Column.resumeHead, replica, task);
  else setWholeAt(Column.next, wholeAt(Column.resumeTail, replica), task);
  setWholeAt(Column.resumeTail, replica, task);
  return false;
}

@inline function takeSlot(task: i32, replica: i32, unit: i32): void {
  addTo(Column.slotsFree, replica, -1);
  setByte(Column.flags, task, flagsOf(task) | Flag.holdsSlot);
  increase(unit, Integral.slotsBusy);
}

function releaseSlot(task: i32, replica: i32): void {
  const free = wholeAt(Column.slotsFree, replica) + 1;
  setWholeAt(Column.slotsFree, replica, free);
  setByte(Column.flags, task, flagsOf(task) & ~Flag.holdsSlot);
  decrease(wholeAt(Column.replicaUnit, replica), Integral.slotsBusy);
  // Nobody waits while slots are free.
  if (free != 1) return;
  if (wholeAt(Column.slotQueued, replica) > 0 || wholeAt(Column.resumeHead, replica) >= 0) letIn(replica);
}

function letIn(replica: i32): void {
  const unit = wholeAt(Column.replicaUnit, replica);
  while (wholeAt(Column.slotsFree, replica) > 0) {
    let task = wholeAt(Column.resumeHead, replica);
    if (task >= 0) {
      setWholeAt(Column.resumeHead, replica, wholeAt(Column.next, task));
    } else {
      const queued = wholeAt(Column.slotQueued, replica);
      if (queued == 0) return;
      task = wholeAt(Column.slotHead, replica);
      setWholeAt(Column.slotHead, replica, wholeAt(Column.next, task));
      setWholeAt(Column.slotQueued, replica, queued - 1);
      decrease(unit, Integral.slotQueue);
      // The histograms of waits for slots are the first ones, one a unit.
      if (flagsOf(task) & Flag.counted) record(unit, nowMs() - realAt(Column.sinceMs, task));
    }
    takeSlot(task, replica, unit);
    setState(task, State.ready);
    makeReady(task);
  }
}

// Cores

/** Takes a core for the demand in `workMs`, or queues for one. */
export function requestCore(task: i32, replica: i32, unit: i32): void {
  const free = wholeAt(Column.coresFree, replica);
  if (free <= 0) {
    queueForCore(task, replica, unit);
    return;
  }
  setWholeAt(Column.coresFree, replica, free - 1);
  increase(unit, Integral.coresBusy);
  if (flagsOf(task) & Flag.counted) count(Column.coresAtOnce, unit);
  setState(task, State.inCore);
  startWork(task, replica, unit);
}

function queueForCore(task: i32, replica: i32, unit: i32): void {
  setState(task, State.coreQueued);
  startWaiting(task);
  const queued = wholeAt(Column.coreQueued, replica);
  if (queued == 0) setWholeAt(Column.coreHead, replica, task);
  else setWholeAt(Column.next, wholeAt(Column.coreTail, replica), task);
  setWholeAt(Column.coreTail, replica, task);
  setWholeAt(Column.coreQueued, replica, queued + 1);
  increase(unit, Integral.coreQueue);
  if (queued + 1 > wholeAt(Column.coreQueueMax, unit)) setWholeAt(Column.coreQueueMax, unit, queued + 1);
}

/** Gives a core back; the next in the queue takes it at once. */
@inline export function releaseCore(replica: i32): void {
  const unit = wholeAt(Column.replicaUnit, replica);
  const queued = wholeAt(Column.coreQueued, replica);
  if (queued > 0) {
    const task = wholeAt(Column.coreHead, replica);
    setWholeAt(Column.coreHead, replica, wholeAt(Column.next, task));
    setWholeAt(Column.coreQueued, replica, queued - 1);
    decrease(unit, Integral.coreQueue);
    if (flagsOf(task) & Flag.counted) record(whole(Whole.coreWaits) + unit, nowMs() - realAt(Column.sinceMs, task));
    setState(task, State.inCore);
    startWork(task, replica, unit);
    return;
  }
  addTo(Column.coresFree, replica, 1);
  decrease(unit, Integral.coresBusy);
}

/** The demand in `workMs` begins to be met. */
@inline export function startWork(task: i32, replica: i32, unit: i32): void {
  if (whole(Whole.hasServiceFaults)) startSlowedWork(task, replica, unit);
  else scheduleTask(nowMs() + realAt(Column.workMs, task) / realAt(Column.coreSpeed, unit), task);
}

function startSlowedWork(task: i32, replica: i32, unit: i32): void {
  const factor = realAt(Column.unitCpuFactor, unit) * realAt(Column.replicaCpuFactor, replica);
  // The task stands behind the instruction that computes; slow is a module's own work alone.
  const at = wholeAt(Column.pc, task) - 1;
  let slowness: f64 = 1;
  if (byteAt(Column.op, at) == Op.work) {
    const module = wholeAt(Column.module, at);
    slowness = realAt(Column.slowFactor, module);
    if (byteAt(Column.hasReplicaFault, replica)) slowness *= replicaSlowness(replica, module);
  }
  scheduleTask(nowMs() + (realAt(Column.workMs, task) * slowness * factor) / realAt(Column.coreSpeed, unit), task);
}

/** A draining replica that has finished what it had is gone. */
@inline export function retireIfDrained(replica: i32): void {
  if (replicaStateOf(replica) == ReplicaState.draining) request(Request.retireIfDrained, replica);
}
