/**
 * Everything that a run knows, as columns of one class (module-level variables
 * and objects per request are several times slower). A *handle* is an index
 * into the columns of its kind: task, replica, unit, edge, journey. Queues are
 * first-in-first-out lists threaded through `next`. Freed handles go to a free
 * list threaded through `next` as well. Nothing is allocated per event.
 *
 * Time integrals (slots in use, queue length) are kept as `area`: entering at t
 * subtracts t, leaving adds it, so that the integral up to T is area + count × T.
 *
 * 57 bytes a task: 7 × 4 (integers) + 3 (bytes) + 2 + 3 × 8 (times); 18 more where
 * tasks call, fork or return, 8 more where calls have timeouts, 4 in an observed run.
 */

import type { ActiveFault } from '../faults/fault-ledger';
import { CallTotals } from '../measurement/call-totals';
import { JourneyTotals } from '../measurement/journey-totals';
import type { Observation } from '../measurement/observation';
import type { RequestLog } from '../measurement/request-log';
import { RunDigest } from '../measurement/run-digest';
import type { RunWindows } from '../measurement/run-windows';
import type { TraceLog } from '../measurement/trace-log';
import { integralCount, UnitTotals } from '../measurement/unit-totals';
import type { CallGuard } from '../resilience/call-guard';
import type { EdgePolicy } from '../resilience/edge-policy';
import type { AutoscalerMemory } from '../service/autoscaler';
import type { ReleaseRun } from '../service/release';
import type { ArrivalProcess } from '../traffic/arrival-process';
import type { DistributionTable } from './distribution';
import { EventQueue, grownCapacity } from './event-queue';
import type { FirstWork } from './first-work';
import type { Program } from './program';
import { eventKindBits, TaskState } from './task-state';
import type { UnitSettings } from './unit-settings';

export interface NetworkSettings {
  /** Handle of the delay's distribution, ms, each way. */
  latency: number;
  /** False when the delay is constantly zero. */
  hasLatency: boolean;
  /** Handle of the distribution of the CPU demand on each side, ms. */
  serialization: number;
  /** False when that demand is constantly zero. */
  hasSerialization: boolean;
}

export interface EngineSetup {
  program: Program;
  distributions: DistributionTable;
  network: NetworkSettings;
  firstWork: FirstWork;
  units: readonly UnitSettings[];
  /** By edge: whether a policy can apply (calls that cross, deliveries excepted). */
  isPolicyEdge: readonly boolean[];
  /** By edge: the unit that calls, −1 for the customers. */
  edgeCallerUnit: readonly number[];
  moduleCount: number;
  /** Unit of each module. */
  moduleUnit: Int32Array;
  /** Objective of each journey, ms. */
  sloMs: Float64Array;
  /** Key of each journey's random numbers. */
  journeyKeys: Int32Array;
  warmupMs: number;
  /** More tasks than this end the run: the system is unstable. */
  taskLimit: number;
}

const initialTaskCapacity = 256;
/** In `deadlinePrev`: not in the list of any edge. */
export const noDeadline = -2;
const initialReplicaCapacity = 64;

export class EngineState {
  nowMs = 0;
  events = 0;
  stopped: { atMs: number; reason: string } | null = null;
  /** Where time stood when it was last looked at whether it moves, ms. */
  stillMs = -1;
  readonly queue = new EventQueue();
  // What the run loop reads of the setup all the time
  readonly program: Program;
  readonly distributions: DistributionTable;
  readonly journeyKeys: Int32Array;
  readonly firstWorkPc: Int32Array;
  readonly firstWorkDistribution: Int32Array;
  readonly firstWorkDraw: Int32Array;
  readonly op: Uint8Array;
  readonly a: Int32Array;
  readonly position: Int32Array;
  readonly entryPc: Int32Array;
  readonly entryEdge: Int32Array;
  readonly entryUnit: Int32Array;
  readonly warmupMs: number;

  // Tasks
  taskCapacity = initialTaskCapacity;
  /** Handles at and above were never in use. */
  taskHigh = 0;
  taskFreeHead = -1;
  state = new Uint8Array(initialTaskCapacity);
  flags = new Uint8Array(initialTaskCapacity);
  cause = new Uint8Array(initialTaskCapacity);
  journey = new Uint16Array(initialTaskCapacity);
  pc = new Int32Array(initialTaskCapacity);
  /** Number of the request within its journey. */
  number = new Int32Array(initialTaskCapacity);
  /** Which attempt, mixed from those of all callers; 0 when all of them are first ones. */
  attempt = new Int32Array(initialTaskCapacity);
  /** Who waits for the answer (−1: a customer); the forking task for a branch. */
  caller = new Int32Array(initialTaskCapacity);
  /** −1 for none. */
  replica = new Int32Array(initialTaskCapacity);
  next = new Int32Array(initialTaskCapacity);
  entry = new Int32Array(initialTaskCapacity);
  /** Entered its present queue, ms. */
  sinceMs = new Float64Array(initialTaskCapacity);
  /** Arrival of the request, send of the attempt, ms. */
  bornMs = new Float64Array(initialTaskCapacity);
  /** CPU demand that it waits for, ms. */
  workMs = new Float64Array(initialTaskCapacity);

  // Tasks that have to do with each other; without room where `hasCalls` is false
  readonly hasCalls: boolean;
  /** Retries made in the present call. */
  tries: Uint16Array;
  /** `callId` of the caller at the send: when it has changed, nobody waits any more. */
  callerCall: Int32Array;
  /** The call under way, 0 for none; never used twice. */
  callId: Int32Array;
  /** Branches or copies of a call that have not come back. */
  outstanding: Int32Array;
  /** The latest attempt sent, for cancellation. */
  child: Int32Array;
  private nextCallId = 1;

  // Deadlines of attempts; without room until the first one, see deadlines.ts
  hasDeadlines = false;
  deadlinePrev = new Int32Array(0);
  deadlineNext = new Int32Array(0);

  /** Where it sits in its replica; without room in a run that is not observed. */
  slot: Int32Array;

  // Tasks that go on at this instant, first in, first out: mostly one at a time, which needs no ring
  private first = -1;
  private ring = new Int32Array(64);
  private ringHead = 0;
  private ringCount = 0;

  // Replicas
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

  // Units: what the run loop asks of their settings all the time, and what changes
  readonly isUnlimited: Uint8Array;
  readonly isEventLoop: Uint8Array;
  /** Of Balancer. */
  readonly balancer: Uint8Array;
  readonly acceptQueueLimit: Float64Array;
  readonly coreSpeed: Float64Array;
  readonly unitReplicas: number[][];
  readonly roundRobin: Int32Array;
  /** How many faults hold the unit down. */
  readonly crashHolds: Int32Array;
  readonly wantedReplicas: Int32Array;
  readonly concurrency: Int32Array;
  readonly parkedHead: Int32Array;
  readonly parkedTail: Int32Array;
  /** Messages that the unit is working on. */
  readonly deliveries: Int32Array;

  readonly unitCpuFactor: Float64Array;
  /** The version that new replicas get. */
  readonly unitVersion: Int32Array;
  /** The release under way, by unit. */
  readonly releases: (ReleaseRun | null)[];
  /** The last one, under way or done. */
  readonly lastReleases: (ReleaseRun | null)[];
  hasRelease = false;
  /** The latest version that a command has released; they count down from 0. */
  commandedVersion = 0;
  readonly autoscalers: AutoscalerMemory[];

  /** Faults in force, by name. */
  readonly faults = new Map<string, ActiveFault>();
  /** Whether one of them makes modules or replicas slow or erroneous, or takes from their cores. */
  hasServiceFaults = false;

  // Modules
  /** The version that a command has released and none has taken back; 0: none. */
  readonly moduleVersion: Int32Array;
  readonly slowFactor: Float64Array;
  readonly errorRate: Float64Array;

  // Call edges
  /** `null` where no policy applies. */
  readonly policies: (EdgePolicy | null)[];
  /** Whether the network takes time without a fault. */
  readonly hasLatency: boolean;
  /** Whether calls cost neither time nor CPU without a fault. */
  readonly isNetworkFree: boolean;
  hasLinkFaults = false;
  readonly linkAddMs: Float64Array;
  readonly linkLoss: Float64Array;
  /** Deadlines, in the order in which they come. */
  readonly deadlineHead: Int32Array;
  readonly deadlineTail: Int32Array;
  /** When the edge's deadline event comes; events at other times are stale. Infinity: none. */
  readonly deadlineArmedMs: Float64Array;

  readonly unitTotals: UnitTotals;
  // Those of `unitTotals`
  readonly integrals: Float64Array;
  readonly slotsAtOnce: Float64Array;
  readonly coresAtOnce: Float64Array;
  readonly answered: Float64Array;
  readonly journeyTotals: JourneyTotals;
  readonly callTotals: CallTotals;
  readonly digest = new RunDigest();
  /** `null` while nobody asks what becomes of every request. */
  requests: RequestLog | null = null;
  /** `null` while nobody asks what single requests go through. */
  trace: TraceLog | null = null;
  /** `null` where the figures of every window are not wanted. */
  windows: RunWindows | null = null;

  constructor(
    readonly setup: EngineSetup,
    policies: readonly (EdgePolicy | null)[],
    readonly arrivals: ArrivalProcess,
    readonly observation: Observation | null,
  ) {
    const { program, units, moduleCount } = setup;
    const { unitCount, edgeCount, journeyCount } = program;
    this.program = program;
    this.distributions = setup.distributions;
    this.journeyKeys = setup.journeyKeys;
    this.firstWorkPc = setup.firstWork.pc;
    this.firstWorkDistribution = setup.firstWork.distribution;
    this.firstWorkDraw = setup.firstWork.draw;
    this.op = program.op;
    this.a = program.a;
    this.position = program.position;
    this.entryPc = program.entryPc;
    this.entryEdge = program.entryEdge;
    this.entryUnit = program.entryUnit;
    this.warmupMs = setup.warmupMs;
    this.hasLatency = setup.network.hasLatency;
    this.isNetworkFree = !setup.network.hasLatency && !setup.network.hasSerialization;
    this.hasCalls = program.hasCalls || arrivals.isClosed;
    const callRoom = this.hasCalls ? initialTaskCapacity : 0;
    this.tries = new Uint16Array(callRoom);
    this.callerCall = new Int32Array(callRoom);
    this.callId = new Int32Array(callRoom);
    this.outstanding = new Int32Array(callRoom);
    this.child = new Int32Array(callRoom);
    this.slot = new Int32Array(observation === null ? 0 : initialTaskCapacity);
    this.isUnlimited = Uint8Array.from(units, (unit) => Number(unit.isUnlimited));
    this.isEventLoop = Uint8Array.from(units, (unit) => Number(unit.isEventLoop));
    this.balancer = Uint8Array.from(units, (unit) => unit.balancer);
    this.acceptQueueLimit = Float64Array.from(units, (unit) => unit.acceptQueueLimit);
    this.coreSpeed = Float64Array.from(units, (unit) => unit.coreSpeed);
    this.unitReplicas = units.map(() => []);
    this.roundRobin = new Int32Array(unitCount);
    this.crashHolds = new Int32Array(unitCount);
    this.wantedReplicas = new Int32Array(unitCount);
    this.concurrency = Int32Array.from(units, (unit) => unit.concurrency);
    this.parkedHead = new Int32Array(unitCount).fill(-1);
    this.parkedTail = new Int32Array(unitCount).fill(-1);
    this.unitCpuFactor = new Float64Array(unitCount).fill(1);
    this.unitVersion = new Int32Array(unitCount);
    this.releases = units.map(() => null);
    this.lastReleases = units.map(() => null);
    this.autoscalers = units.map(() => ({
      busyAtLastLook: 0,
      readyAtLastLook: 0,
      recommendations: [],
    }));
    this.policies = [...policies];
    this.linkAddMs = new Float64Array(edgeCount);
    this.linkLoss = new Float64Array(edgeCount);
    this.deliveries = new Int32Array(unitCount);
    this.moduleVersion = new Int32Array(moduleCount);
    this.slowFactor = new Float64Array(moduleCount).fill(1);
    this.errorRate = new Float64Array(moduleCount);
    this.deadlineHead = new Int32Array(edgeCount).fill(-1);
    this.deadlineTail = new Int32Array(edgeCount).fill(-1);
    this.deadlineArmedMs = new Float64Array(edgeCount).fill(Infinity);
    this.unitTotals = new UnitTotals(unitCount);
    this.integrals = this.unitTotals.integrals;
    this.slotsAtOnce = this.unitTotals.slotsAtOnce;
    this.coresAtOnce = this.unitTotals.coresAtOnce;
    this.answered = this.unitTotals.answered;
    this.journeyTotals = new JourneyTotals(journeyCount);
    this.callTotals = new CallTotals(edgeCount);
  }

  /** A fresh task in state `ready`, with no caller, replica or call; whoever has it gives it its flags. */
  allocateTask(): number {
    const task = this.taskFreeHead;
    if (task < 0) return this.newHandle();
    this.taskFreeHead = this.next[task];
    this.state[task] = TaskState.ready;
    this.caller[task] = -1;
    return task;
  }

  /** All handles that ever were are in use: this one is a new one. */
  private newHandle(): number {
    const { taskLimit } = this.setup;
    if (this.taskHigh >= taskLimit) {
      const seconds = (this.nowMs / 1000).toFixed(1);
      this.stop(
        `more than ${taskLimit} requests in flight at ${seconds} s: the system is unstable; lower the arrival rate, add capacity, or bound the accept queues`,
      );
    }
    if (this.taskHigh === this.taskCapacity) this.growTasks();
    const task = this.taskHigh++;
    this.state[task] = TaskState.ready;
    this.caller[task] = -1;
    this.replica[task] = -1;
    if (this.hasDeadlines) this.deadlinePrev[task] = noDeadline;
    return task;
  }

  freeTask(task: number): void {
    if (this.trace !== null) this.trace.ended(this, task);
    this.state[task] = TaskState.free;
    if (this.hasCalls) this.callId[task] = 0;
    this.replica[task] = -1;
    this.next[task] = this.taskFreeHead;
    this.taskFreeHead = task;
  }

  /** Ends the run before its time. */
  stop(reason: string): void {
    this.stopped = { atMs: this.nowMs, reason };
  }

  /** One more of what is integrated over time, as `unitTotals.add` has it, without handing the time to a call. */
  increase(unit: number, integral: number): void {
    const { integrals } = this;
    const index = 2 * (unit * integralCount + integral);
    integrals[index] += 1;
    integrals[index + 1] -= this.nowMs;
  }

  /** One less. */
  decrease(unit: number, integral: number): void {
    const { integrals } = this;
    const index = 2 * (unit * integralCount + integral);
    integrals[index] -= 1;
    integrals[index + 1] += this.nowMs;
  }

  newCallId(): number {
    // Wraps after four billion calls; a call that old is long answered.
    this.nextCallId = (this.nextCallId + 1) | 0 || 1;
    return this.nextCallId;
  }

  scheduleTask(timeMs: number, task: number): void {
    this.queue.push(timeMs, task << eventKindBits);
  }

  schedule(timeMs: number, kind: number, handle: number): void {
    this.queue.push(timeMs, (handle << eventKindBits) | kind);
  }

  /** Whether nothing else goes on at this instant: who is made ready now has its turn next. */
  get isQuiet(): boolean {
    return this.first < 0;
  }

  /** Lets a task go on at this instant, behind those that are already due. */
  makeReady(task: number): void {
    if (this.first < 0) this.first = task;
    else this.queueReady(task);
  }

  /** The next task that goes on at this instant, −1 when there is none. */
  takeReady(): number {
    const task = this.first;
    if (this.ringCount === 0) this.first = -1;
    else this.advanceReady();
    return task;
  }

  private queueReady(task: number): void {
    if (this.ringCount === this.ring.length) this.growRing();
    this.ring[(this.ringHead + this.ringCount) & (this.ring.length - 1)] = task;
    this.ringCount++;
  }

  private advanceReady(): void {
    this.first = this.ring[this.ringHead];
    this.ringHead = (this.ringHead + 1) & (this.ring.length - 1);
    this.ringCount--;
  }

  allocateReplica(): number {
    const reused = this.freeReplicas.pop();
    if (reused !== undefined) return reused;
    if (this.replicaHigh === this.replicaCapacity) this.growReplicas();
    return this.replicaHigh++;
  }

  private growRing(): void {
    const grown = new Int32Array(this.ring.length * 2);
    for (let i = 0; i < this.ringCount; i++) {
      grown[i] = this.ring[(this.ringHead + i) & (this.ring.length - 1)];
    }
    this.ring = grown;
    this.ringHead = 0;
  }

  /** An attempt gets a deadline: from now on there is room for them. */
  keepDeadlines(): void {
    this.hasDeadlines = true;
    this.deadlinePrev = new Int32Array(this.taskCapacity).fill(noDeadline);
    this.deadlineNext = new Int32Array(this.taskCapacity);
  }

  private growTasks(): void {
    const capacity = grownCapacity(this.taskCapacity);
    this.state = grown(this.state, capacity);
    this.flags = grown(this.flags, capacity);
    this.cause = grown(this.cause, capacity);
    this.journey = grown(this.journey, capacity);
    this.pc = grown(this.pc, capacity);
    this.number = grown(this.number, capacity);
    this.attempt = grown(this.attempt, capacity);
    this.caller = grown(this.caller, capacity);
    this.replica = grown(this.replica, capacity);
    this.next = grown(this.next, capacity);
    this.entry = grown(this.entry, capacity);
    this.sinceMs = grown(this.sinceMs, capacity);
    this.bornMs = grown(this.bornMs, capacity);
    this.workMs = grown(this.workMs, capacity);
    if (this.hasCalls) {
      this.tries = grown(this.tries, capacity);
      this.callerCall = grown(this.callerCall, capacity);
      this.callId = grown(this.callId, capacity);
      this.outstanding = grown(this.outstanding, capacity);
      this.child = grown(this.child, capacity);
    }
    if (this.hasDeadlines) {
      this.deadlinePrev = grown(this.deadlinePrev, capacity);
      this.deadlineNext = grown(this.deadlineNext, capacity);
    }
    if (this.observation !== null) this.slot = grown(this.slot, capacity);
    this.taskCapacity = capacity;
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

type Column = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** A copy of a column with more room. */
function grown<Kind extends Column>(column: Kind, capacity: number): Kind {
  const larger = new (column.constructor as new (length: number) => Kind)(capacity);
  larger.set(column);
  return larger;
}
