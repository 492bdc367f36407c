/**
 * A memory leak: what is leaked since it began, or since the replica became
 * ready, grows evenly until it fills the unit's memory; then the replica is
 * killed (out of memory) and starts again. A healed leak gives its memory back.
 */
import type { EngineState } from '../engine/engine-state';
import { EventKind } from '../engine/task-state';
import { ReplicaState } from '../frame';
import { crashAndRestart } from './crash';

const msPerSecond = 1000;

/** The leaks of a unit, or of one of its replicas, have changed. */
export function settleLeaks(s: EngineState, unit: number, replica: number): void {
  const replicas = replica >= 0 ? [replica] : s.unitReplicas[unit];
  for (const each of replicas) watchMemory(s, each);
}

/** Schedules the instant at which a ready replica runs out of memory, as leaks stand now. */
export function watchMemory(s: EngineState, replica: number): void {
  const unit = s.replicaUnit[replica];
  let mibPerSecond = 0;
  let leakedMiB = 0;
  for (const fault of s.faults.values()) {
    if (fault.kind !== 'leak' || fault.unit !== unit) continue;
    if (fault.replica >= 0 && fault.replica !== replica) continue;
    const leakingMs = s.nowMs - Math.max(fault.sinceMs, s.readyMs[replica]);
    mibPerSecond += fault.mibPerSecond;
    leakedMiB += (fault.mibPerSecond * leakingMs) / msPerSecond;
  }
  const isReady = s.replicaState[replica] === ReplicaState.ready;
  const { memoryMiB } = s.setup.units[unit];
  const leftMs = (Math.max(0, memoryMiB - leakedMiB) / mibPerSecond) * msPerSecond;
  const dueMs = isReady && mibPerSecond > 0 ? s.nowMs + leftMs : Number.POSITIVE_INFINITY;
  s.memoryFullMs[replica] = dueMs;
  if (dueMs < Number.POSITIVE_INFINITY) s.schedule(dueMs, EventKind.memory, replica);
}

/** A replica's memory may be full now. */
export function runOutOfMemory(s: EngineState, replica: number): void {
  // A restart or a change of the leak leaves the event of the old time behind.
  if (s.memoryFullMs[replica] !== s.nowMs) return;
  if (s.replicaState[replica] === ReplicaState.ready) crashAndRestart(s, replica);
}
