/** What a run knows of its replicas, as columns; see engine-state.ts. A handle that is freed is used again. */
import type { CallGuard } from '../resilience/call-guard';
import { grown } from './grown';

const initialReplicaCapacity = 64;

export class ReplicaColumns {
  replicaCapacity = initialReplicaCapacity;
  replicaHigh = 0;
  replicaState = new Uint8Array(initialReplicaCapacity);
  replicaUnit = new Int32Array(initialReplicaCapacity);
  slotsFree = new Int32Array(initialReplicaCapacity);
  /** Visits that wait for a slot, hold one, or (on an event loop) wait without one. */
  visitsInside = new Int32Array(initialReplicaCapacity);
  coresFree = new Int32Array(initialReplicaCapacity);
  slotHead = new Int32Array(initialReplicaCapacity);
  slotTail = new Int32Array(initialReplicaCapacity);
  slotQueued = new Int32Array(initialReplicaCapacity);
  resumeHead = new Int32Array(initialReplicaCapacity);
  resumeTail = new Int32Array(initialReplicaCapacity);
  coreHead = new Int32Array(initialReplicaCapacity);
  coreTail = new Int32Array(initialReplicaCapacity);
  coreQueued = new Int32Array(initialReplicaCapacity);
  startedMs = new Float64Array(initialReplicaCapacity);
  readyMs = new Float64Array(initialReplicaCapacity);
  /** When a crashed replica starts again after its pause, ms; Infinity: not by itself. */
  restartMs = new Float64Array(initialReplicaCapacity);
  /** Crashes in a row, without ten good minutes between them. */
  crashesInARow = new Int32Array(initialReplicaCapacity);
  /** When a leak will have filled the memory, ms; Infinity without one. */
  memoryFullMs = new Float64Array(initialReplicaCapacity);
  /** Work takes this many times as long, for what else uses the cores. */
  replicaCpuFactor = new Float64Array(initialReplicaCapacity);
  /** How many faults hold this single replica down, besides those of its unit. */
  replicaHolds = new Int32Array(initialReplicaCapacity);
  /** 1 where faults of this single replica are in force; see fault-ledger.ts. */
  hasReplicaFault = new Uint8Array(initialReplicaCapacity);
  /** The version that runs in it. */
  replicaVersion = new Int32Array(initialReplicaCapacity);
  /** 1 where start-up is over but the release lets no traffic in yet. */
  isHeldBack = new Uint8Array(initialReplicaCapacity);
  /** Visits ended, those that failed, and their time, ms: kept while a release is under way. */
  visitsEnded = new Float64Array(initialReplicaCapacity);
  visitsFailed = new Float64Array(initialReplicaCapacity);
  visitsMs = new Float64Array(initialReplicaCapacity);
  /** One guard per policy of the replica's unit, by edge. */
  guards: Map<number, CallGuard>[] = [];
  freeReplicas: number[] = [];

  allocateReplica(): number {
    const reused = this.freeReplicas.pop();
    if (reused !== undefined) return reused;
    if (this.replicaHigh === this.replicaCapacity) this.growReplicas();
    return this.replicaHigh++;
  }

  private growReplicas(): void {
    const capacity = this.replicaCapacity * 2;
    this.replicaState = grown(this.replicaState, capacity);
    this.replicaUnit = grown(this.replicaUnit, capacity);
    this.slotsFree = grown(this.slotsFree, capacity);
    this.visitsInside = grown(this.visitsInside, capacity);
    this.coresFree = grown(this.coresFree, capacity);
    this.slotHead = grown(this.slotHead, capacity);
    this.slotTail = grown(this.slotTail, capacity);
    this.slotQueued = grown(this.slotQueued, capacity);
    this.resumeHead = grown(this.resumeHead, capacity);
    this.resumeTail = grown(this.resumeTail, capacity);
    this.coreHead = grown(this.coreHead, capacity);
    this.coreTail = grown(this.coreTail, capacity);
    this.coreQueued = grown(this.coreQueued, capacity);
    this.startedMs = grown(this.startedMs, capacity);
    this.readyMs = grown(this.readyMs, capacity);
    this.restartMs = grown(this.restartMs, capacity);
    this.crashesInARow = grown(this.crashesInARow, capacity);
    this.memoryFullMs = grown(this.memoryFullMs, capacity);
    this.replicaHolds = grown(this.replicaHolds, capacity);
    this.replicaCpuFactor = grown(this.replicaCpuFactor, capacity);
    this.hasReplicaFault = grown(this.hasReplicaFault, capacity);
    this.replicaVersion = grown(this.replicaVersion, capacity);
    this.isHeldBack = grown(this.isHeldBack, capacity);
    this.visitsEnded = grown(this.visitsEnded, capacity);
    this.visitsFailed = grown(this.visitsFailed, capacity);
    this.visitsMs = grown(this.visitsMs, capacity);
    this.replicaCapacity = capacity;
  }
}
