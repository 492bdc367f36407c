/** Replicas: they start, are ready, drain, crash and start again. */
import type { EngineState } from '../engine/engine-state';
import { EventKind } from '../engine/task-state';
import { ReplicaState } from '../frame';
import { Integral } from '../measurement/unit-totals';

/** All replicas of the document, ready at time 0. */
export function startUnits(s: EngineState): void {
  s.setup.units.forEach((settings, unit) => {
    const count = settings.isUnlimited ? 1 : settings.replicas;
    s.wantedReplicas[unit] = count;
    for (let i = 0; i < count; i++) addReplica(s, unit, ReplicaState.ready, 0);
  });
}

/** Wants this many replicas: new ones start up, surplus ones drain. Who has no limits has no replicas. */
export function scaleUnit(s: EngineState, unit: number, replicas: number): void {
  if (s.setup.units[unit].isUnlimited) return;
  s.wantedReplicas[unit] = replicas;
  // While a release is under way it brings the unit to the wanted number.
  if (s.releases[unit]) {
    s.schedule(s.nowMs, EventKind.release, unit);
    return;
  }
  const staying = s.unitReplicas[unit].filter((r) => s.replicaState[r] !== ReplicaState.draining);
  for (let i = staying.length; i < replicas; i++) startNewReplica(s, unit);
  // Those that are not ready yet go first, then the youngest.
  const surplus = staying
    .reverse()
    .sort((a, b) => Number(isReady(s, a)) - Number(isReady(s, b)))
    .slice(0, Math.max(0, staying.length - replicas));
  for (const replica of surplus) drainReplica(s, replica);
}

/** A new replica begins its start-up, unless a fault holds its unit down. */
export function startNewReplica(s: EngineState, unit: number): number {
  const replica = addReplica(s, unit, ReplicaState.crashed, Infinity);
  if (s.crashHolds[unit] === 0) startReplica(s, replica);
  return replica;
}

/** Takes a replica out: it finishes what it has; one that was not ready is gone at once. */
export function drainReplica(s: EngineState, replica: number): void {
  if (isReady(s, replica)) {
    setReplicaState(s, replica, ReplicaState.draining);
    retireIfDrained(s, replica);
  } else {
    retire(s, replica);
  }
}

/** Begins the start-up; the replica is ready after its unit's start-up time, which who has no limits does without. */
export function startReplica(s: EngineState, replica: number): void {
  const { isUnlimited, startupMs } = s.setup.units[s.replicaUnit[replica]];
  startWithin(s, replica, isUnlimited ? 0 : startupMs);
}

/** Begins a start-up of this length, ms; 0 is over at this instant. */
export function startWithin(s: EngineState, replica: number, startupMs: number): void {
  setReplicaState(s, replica, ReplicaState.starting);
  s.restartMs[replica] = Infinity;
  s.startedMs[replica] = s.nowMs;
  s.readyMs[replica] = s.nowMs + startupMs;
  s.schedule(s.nowMs + startupMs, EventKind.replica, replica);
}

/** A replica's event came: true when its start-up is over at this instant. */
export function isStartupOver(s: EngineState, replica: number): boolean {
  return s.replicaState[replica] === ReplicaState.starting && s.readyMs[replica] === s.nowMs;
}

/** A draining replica that has finished what it had is gone. */
export function retireIfDrained(s: EngineState, replica: number): void {
  if (s.visitsInside[replica] === 0 && coresBusy(s, replica) === 0) retire(s, replica);
}

export function setReplicaState(s: EngineState, replica: number, state: number): void {
  const before = s.replicaState[replica];
  if (before === state) return;
  const isServing = serves(s, replica);
  s.replicaState[replica] = state;
  noteCapacity(s, replica, Number(serves(s, replica)) - Number(isServing));
  noteReady(
    s,
    replica,
    Number(state === ReplicaState.ready) - Number(before === ReplicaState.ready),
  );
}

/** Whether work goes on in it: a draining replica still has its slots and cores. */
export function serves(s: EngineState, replica: number): boolean {
  const state = s.replicaState[replica];
  return state === ReplicaState.ready || state === ReplicaState.draining;
}

function noteCapacity(s: EngineState, replica: number, sign: number): void {
  const unit = s.replicaUnit[replica];
  const { isUnlimited, coreCount } = s.setup.units[unit];
  if (sign === 0 || isUnlimited) return;
  s.unitTotals.add(unit, Integral.slotsReady, sign * s.concurrency[unit], s.nowMs);
  s.unitTotals.add(unit, Integral.coresReady, sign * coreCount, s.nowMs);
}

function noteReady(s: EngineState, replica: number, sign: number): void {
  if (sign === 0) return;
  const unit = s.replicaUnit[replica];
  s.unitTotals.add(unit, Integral.replicasReady, sign, s.nowMs);
  s.unitTotals.noteReplicas(unit);
}

/** Slots of a replica that visits hold. */
export function slotsBusy(s: EngineState, replica: number): number {
  const unit = s.replicaUnit[replica];
  if (s.isUnlimited[unit] === 1) return s.visitsInside[replica];
  return s.concurrency[unit] - s.slotsFree[replica];
}

export function coresBusy(s: EngineState, replica: number): number {
  return s.setup.units[s.replicaUnit[replica]].coreCount - s.coresFree[replica];
}

export function isReady(s: EngineState, replica: number): boolean {
  return s.replicaState[replica] === ReplicaState.ready;
}

export function addReplica(s: EngineState, unit: number, state: number, readyMs: number): number {
  const settings = s.setup.units[unit];
  const replica = s.allocateReplica();
  s.replicaUnit[replica] = unit;
  s.slotsFree[replica] = s.concurrency[unit];
  s.visitsInside[replica] = 0;
  s.coresFree[replica] = settings.coreCount;
  s.restartMs[replica] = Infinity;
  s.crashesInARow[replica] = 0;
  s.memoryFullMs[replica] = Infinity;
  s.replicaHolds[replica] = 0;
  s.replicaCpuFactor[replica] = 1;
  s.hasReplicaFault[replica] = 0;
  s.replicaVersion[replica] = s.unitVersion[unit];
  s.isHeldBack[replica] = 0;
  s.visitsEnded[replica] = 0;
  s.visitsFailed[replica] = 0;
  s.visitsMs[replica] = 0;
  clearQueues(s, replica);
  s.startedMs[replica] = s.nowMs;
  s.readyMs[replica] = readyMs;
  s.guards[replica] = new Map();
  s.observation?.slots.reset(replica, settings.isUnlimited ? 0 : s.concurrency[unit]);
  s.unitReplicas[unit].push(replica);
  s.structureChanges++;
  s.unitTotals.add(unit, Integral.replicasPaid, 1, s.nowMs);
  s.replicaState[replica] = ReplicaState.crashed;
  setReplicaState(s, replica, state);
  return replica;
}

export function clearQueues(s: EngineState, replica: number): void {
  s.slotHead[replica] = -1;
  s.slotTail[replica] = -1;
  s.slotQueued[replica] = 0;
  s.resumeHead[replica] = -1;
  s.resumeTail[replica] = -1;
  s.coreHead[replica] = -1;
  s.coreTail[replica] = -1;
  s.coreQueued[replica] = 0;
}

export function retire(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  dropGuards(s, replica);
  setReplicaState(s, replica, ReplicaState.crashed);
  for (const [name, fault] of s.faults) {
    if ('replica' in fault && fault.replica === replica) s.faults.delete(name);
  }
  s.restartMs[replica] = Infinity;
  s.memoryFullMs[replica] = Infinity;
  const replicas = s.unitReplicas[unit];
  replicas.splice(replicas.indexOf(replica), 1);
  s.structureChanges++;
  s.unitTotals.add(unit, Integral.replicasPaid, -1, s.nowMs);
  s.readyMs[replica] = Infinity;
  s.freeReplicas.push(replica);
  // A release may wait for this one to be gone.
  if (s.releases[unit]) s.schedule(s.nowMs, EventKind.release, unit);
}

/** The name in the ledger of what is wrong with a replica's version. */
export function versionFault(replica: number): string {
  return `version: ${replica}`;
}

/** The process is gone, and with it what it knew about its callees. */
export function dropGuards(s: EngineState, replica: number): void {
  for (const [edge, guard] of s.guards[replica]) {
    if (guard.breaker) s.callTotals.circuitOpenMs[edge] += guard.breaker.openMs(s.nowMs);
  }
  s.guards[replica] = new Map();
}
