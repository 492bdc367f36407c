/**
 * One run of one deployment: a clock, the pending events, and the rules. It
 * knows neither a page nor a wall clock; whoever runs it says how far.
 */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';
import type { Command } from '../command';
import { restartIfDue } from '../faults/crash';
import { applyCommand } from '../faults/interventions';
import { runOutOfMemory } from '../faults/leak';
import { type TimelineAction, timelineActions } from '../faults/timeline';
import type { DeploymentFrame } from '../frame';
import type { KernelRun } from '../kernel/kernel-run';
import { Observation } from '../measurement/observation';
import { openCircuitMs } from '../measurement/open-circuits';
import type { RequestLog } from '../measurement/request-log';
import { RunWindows } from '../measurement/run-windows';
import type { CountedRun } from '../measurement/summarize-run';
import { takeFrame } from '../measurement/take-frame';
import type { TracedRun, TraceLog } from '../measurement/trace-log';
import { unitVisits } from '../measurement/unit-visits';
import { fireDeadlines } from '../resilience/calls';
import { unpark } from '../resilience/messages';
import { autoscale, startAutoscalers } from '../service/autoscaler';
import { advanceRelease, finishStartup } from '../service/release';
import { isStartupOver, startUnits } from '../service/replicas';
import type { UnitVisit } from '../unit-visit';
import { type Checkpoint, packerOf, packState, unpackState } from './checkpoint';
import { EngineState } from './engine-state';
import { resume } from './interpreter';
import { type Names, namesOf } from './names';
import { setUp } from './setup';
import type { StatePacker } from './state-packer';
import { EventKind, eventKindBits } from './task-state';

export interface SimulationOptions {
  /** A checked document. */
  document: ArchitectureDocument;
  deploymentId: string;
  /** Whole number ≥ 0. */
  seed: number;
  /** Requests that arrive before are not counted, ms; default 0. */
  warmupMs?: number;
  /** Whether frames are wanted; default false. */
  isObserved?: boolean;
  /** Whether the windows of the whole are wanted by themselves, without frames; default false. */
  hasWindows?: boolean;
  /** Has the kernel work on the run while nobody looks into it, see kernel/kernel-run; default: the engine does all by itself. */
  kernel?: (s: EngineState) => KernelRun;
  /** More tasks (requests, their calls and branches, messages) than this in flight end the run; default 4,000,000. */
  taskLimit?: number;
}

/** So many events (a power of two, less one) without any time passing are too many. */
const stillnessMask = (1 << 21) - 1;

const eventKindMask = (1 << eventKindBits) - 1;

export class Simulation {
  private readonly s: EngineState;
  private readonly cut: Cut;
  private readonly names: Names;
  private readonly timeline: TimelineAction[];
  /** The next instant at which something is noted: a window's end, the end of the warm-up. */
  private nextBoundaryMs = 0;
  private isMeasuring = false;
  private kernel: KernelRun | null = null;
  /** Of this simulation and its forks, as soon as a copy is asked for. */
  private packer: StatePacker | null = null;

  constructor(private readonly options: SimulationOptions) {
    const { document, warmupMs = 0, isObserved = false, hasWindows = isObserved } = options;
    const { setup, policies, arrivals, cut } = setUp({ ...options, warmupMs });
    const { journeyCount, unitCount, edgeCount } = setup.program;
    const observation = isObserved ? new Observation(journeyCount, unitCount, edgeCount) : null;
    this.cut = cut;
    this.s = new EngineState(setup, policies, arrivals, observation);
    if (hasWindows) this.s.windows = new RunWindows(unitCount);
    startUnits(this.s);
    this.names = namesOf(document, cut);
    this.timeline = timelineActions(document, this.names);
    for (const [index, { atMs }] of this.timeline.entries()) {
      this.s.schedule(atMs, EventKind.timeline, index);
    }
    startAutoscalers(this.s);
    arrivals.start(this.s);
    this.crossBoundaries(0);
  }

  /** Simulated time, ms. */
  get nowMs(): number {
    return this.s.nowMs;
  }

  /** Events handled so far. */
  get events(): number {
    return this.s.events;
  }

  /** When the next event is due, ms; infinite when none is, or the run has stopped. */
  get nextEventMs(): number {
    return this.s.stopped === null ? this.s.queue.peekTimeMs() : Number.POSITIVE_INFINITY;
  }

  /** How often a customer's request has arrived or ended so far, in an observed run. */
  get requestMoments(): number {
    return this.s.observation?.requestMoments ?? 0;
  }

  /** Set when the run had to end before its time. */
  get stopped(): { atMs: number; reason: string } | null {
    return this.s.stopped;
  }

  /**
   * Simulates up to and including `timeMs`. True when that instant was reached
   * (or the run has stopped), false when `eventLimit` events came first.
   */
  runUntil(timeMs: number, eventLimit = Number.POSITIVE_INFINITY): boolean {
    const { s } = this;
    const lastEvent = s.events + eventLimit;
    const kernel = this.kernelRun();
    while (!this.hasStopped) {
      if (kernel !== null) this.letWork(kernel, timeMs, lastEvent);
      if (this.hasStopped) break;
      const nextMs = s.queue.peekTimeMs();
      if (nextMs > timeMs) {
        if (timeMs >= this.nextBoundaryMs) this.crossBoundaries(timeMs);
        if (timeMs > s.nowMs) s.nowMs = timeMs;
        return true;
      }
      if (s.events >= lastEvent) return false;
      if (nextMs >= this.nextBoundaryMs) this.crossBoundaries(nextMs);
      const payload = s.queue.pop();
      s.nowMs = nextMs;
      s.events++;
      const kind = payload & eventKindMask;
      const handle = payload >> eventKindBits;
      if (kind === EventKind.task) resume(s, handle);
      else if (kind === EventKind.arrival) s.arrivals.onDue(s, handle);
      else this.handle(kind, handle);
      for (let task = s.takeReady(); task >= 0; task = s.takeReady()) resume(s, task);
      if ((s.events & stillnessMask) === 0) this.watchStillness();
    }
    return true;
  }

  /** Changes the run from now on. */
  apply(command: Command): void {
    applyCommand(this.s, this.names, command);
    this.settle();
  }

  /** Copies the whole state out. */
  checkpoint(): Checkpoint {
    const { s, nextBoundaryMs, isMeasuring } = this;
    this.packer ??= packerOf(s.setup);
    const state = packState(this.packer, s);
    const { bytes } = state;
    return { timeMs: s.nowMs, events: s.events, nextBoundaryMs, isMeasuring, state, bytes };
  }

  /** Goes back (or forth) to a checkpoint of this simulation or of the one that it was forked from. */
  restore(checkpoint: Checkpoint): void {
    this.leaveKernel();
    unpackState(checkpoint.state, this.s);
    this.nextBoundaryMs = checkpoint.nextBoundaryMs;
    this.isMeasuring = checkpoint.isMeasuring;
  }

  /** A second run with the same past; from here on the two go their own ways. */
  fork(): Simulation {
    const other = new Simulation(this.options);
    other.restore(this.checkpoint());
    other.packer = this.packer;
    return other;
  }

  /** One dot of the picture stands for this many requests, a power of two; from the next arrivals on. */
  setSampling(requestsPerDot: number): void {
    if (this.s.observation) this.s.observation.requestsPerDot = requestsPerDot;
  }

  /** What a watcher sees now; hops and windows are those since the last frame. */
  takeFrame(): DeploymentFrame {
    const { observation, windows } = this.s;
    if (!observation || !windows) {
      throw new Error('Frames are taken of an observed simulation only.');
    }
    return takeFrame(this.s, observation, windows, this.options.deploymentId);
  }

  /** The windows of the whole that have closed since the last time; see `DeploymentFrame.windows`. */
  takeWindows(): Float64Array {
    const { windows } = this.s;
    if (!windows) throw new Error('Windows are taken of a simulation that keeps them only.');
    return windows.take();
  }

  /** Who is at a unit now; nobody where this deployment has no such unit. */
  visitsAt(unitId: string): UnitVisit[] {
    const unit = this.names.unitIndex(unitId);
    return unit < 0 ? [] : unitVisits(this.s, unit);
  }

  /** Lets a log note what becomes of every request that arrives from now on. */
  logRequests(log: RequestLog): void {
    this.s.requests = log;
  }

  /** Lets a log note from now on what the requests of its choice go through. */
  trace(log: TraceLog): void {
    this.leaveKernel();
    this.s.trace = log;
  }

  /** What was noted so far, and what it is about; `storiesOf` reads it. */
  traced(): TracedRun {
    const { s, cut } = this;
    if (s.trace === null) throw new Error('Stories are told of a traced simulation only.');
    return { state: s, log: s.trace, document: this.options.document, cut };
  }

  /** What was counted so far, and what it is about; `resultOf` reads it. */
  counted(): CountedRun {
    const { s, cut } = this;
    return { state: s, document: this.options.document, cut, seed: this.options.seed };
  }

  /** A hash over every completed request so far. */
  digest(): string {
    return this.s.digest.text();
  }

  private get hasStopped(): boolean {
    return this.s.stopped !== null;
  }

  private kernelRun(): KernelRun | null {
    const { s, options } = this;
    if (s.observation === null && s.trace === null) this.kernel ??= options.kernel?.(s) ?? null;
    return this.kernel;
  }

  private letWork(kernel: KernelRun, timeMs: number, lastEvent: number): void {
    const { s } = this;
    const lookAt = (Math.floor(s.events / (stillnessMask + 1)) + 1) * (stillnessMask + 1);
    kernel.run(timeMs, this.nextBoundaryMs, Math.min(lastEvent, lookAt));
    if (s.events === lookAt) this.watchStillness();
  }

  private leaveKernel(): void {
    this.kernel?.leave();
    this.kernel = null;
  }

  private handle(kind: number, handle: number): void {
    const { s } = this;
    switch (kind) {
      case EventKind.customer:
        s.arrivals.onDue(s, handle);
        return;
      case EventKind.deadline:
        fireDeadlines(s, handle);
        return;
      case EventKind.replica:
        if (isStartupOver(s, handle)) finishStartup(s, handle);
        else restartIfDue(s, handle);
        this.unparkAll();
        return;
      case EventKind.memory:
        runOutOfMemory(s, handle);
        return;
      case EventKind.autoscaler:
        autoscale(s, handle);
        return;
      case EventKind.release:
        advanceRelease(s, handle);
        this.unparkAll();
        return;
      case EventKind.timeline:
        this.timeline[handle].run(s);
        this.advanceReleases();
        this.unparkAll();
        return;
      default:
        throw new Error(`Event of unknown kind ${kind} at ${s.nowMs} ms.`);
    }
  }

  /** Lets everything that a change has made ready go on, at this instant. */
  private settle(): void {
    const { s } = this;
    this.advanceReleases();
    this.unparkAll();
    for (let task = s.takeReady(); task >= 0; task = s.takeReady()) resume(s, task);
  }

  /** A change may have given consumers room. */
  private unparkAll(): void {
    for (let unit = 0; unit < this.s.program.unitCount; unit++) unpark(this.s, unit);
  }

  /** A change may have made way for a release. */
  private advanceReleases(): void {
    for (let unit = 0; unit < this.s.releases.length; unit++) advanceRelease(this.s, unit);
  }

  private crossBoundaries(timeMs: number): void {
    const { s } = this;
    const { warmupMs } = s.setup;
    if (!this.isMeasuring && timeMs >= warmupMs) {
      this.isMeasuring = true;
      s.unitTotals.begin(warmupMs);
      s.callTotals.circuitOpenMsAtStart.set(openCircuitMs(s, warmupMs));
    }
    const windowEnd = this.closeWindows(timeMs);
    this.nextBoundaryMs = this.isMeasuring ? windowEnd : Math.min(windowEnd, warmupMs);
  }

  /** Closes every window that ends at or before this instant; tells when the next one does. */
  private closeWindows(timeMs: number): number {
    const { s } = this;
    const { windows, observation } = s;
    if (windows === null) return Number.POSITIVE_INFINITY;
    while (windows.nextWindowMs <= timeMs) {
      observation?.closeWindow(s, windows.nextWindowMs);
      windows.close(s);
    }
    return windows.nextWindowMs;
  }

  /** Ends a run whose time stands still, as when customers who do not think are refused at once. */
  private watchStillness(): void {
    const { s } = this;
    if (s.nowMs === s.stillMs) {
      s.stop(
        `more than ${stillnessMask} events at ${(s.nowMs / 1000).toFixed(1)} s without any time passing: customers or retries go round and round; give them a thinking time, a backoff or a retry budget`,
      );
    }
    s.stillMs = s.nowMs;
  }
}
