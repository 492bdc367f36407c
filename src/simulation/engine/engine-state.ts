/**
 * Everything that a run knows, as columns of one class (module-level variables
 * and objects per request are several times slower). A *handle* is an index
 * into the columns of its kind: task, replica, unit, edge, journey. Queues are
 * first-in-first-out lists threaded through `next`. Nothing is allocated per
 * event. The columns of tasks and replicas stand in files of their own, and in
 * the same object, which the run loop reads from.
 *
 * Time integrals (slots in use, queue length) are kept as `area`: entering at t
 * subtracts t, leaving adds it, so that the integral up to T is area + count × T.
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
import type { EdgePolicy } from '../resilience/edge-policy';
import type { AutoscalerMemory } from '../service/autoscaler';
import type { ReleaseRun } from '../service/release';
import type { ArrivalProcess } from '../traffic/arrival-process';
import type { DistributionTable } from './distribution';
import type { EngineSetup } from './engine-setup';
import { EventQueue } from './event-queue';
import type { Program } from './program';
import { noDeadline, TaskColumns } from './task-columns';
import { eventKindBits, TaskState } from './task-state';

export class EngineState extends TaskColumns {
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

  // Units: what the run loop asks of their settings all the time, and what changes
  readonly isUnlimited: Uint8Array;
  readonly isEventLoop: Uint8Array;
  /** Of Balancer. */
  readonly balancer: Uint8Array;
  readonly acceptQueueLimit: Float64Array;
  readonly coreSpeed: Float64Array;
  /** How often a replica has come or gone, a policy been switched, or the load changed its rate. */
  structureChanges = 0;
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
    super(program.hasCalls || arrivals.isClosed, observation !== null);
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

  scheduleTask(timeMs: number, task: number): void {
    this.queue.push(timeMs, task << eventKindBits);
  }

  schedule(timeMs: number, kind: number, handle: number): void {
    this.queue.push(timeMs, (handle << eventKindBits) | kind);
  }
}
