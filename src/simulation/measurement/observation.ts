/**
 * What a watcher is told beyond the totals and the windows of the whole: the
 * last few seconds, windows unit by unit, who sits in which slot, and the hops
 * of sampled requests. Only kept when somebody watches; it never changes the run.
 */
import type { EngineState } from '../engine/engine-state';
import { Cause, TaskFlag } from '../engine/task-state';
import { HopKind, hopFieldCount, recentWindowCount } from '../frame';
import { isInVain } from '../resilience/in-vain';
import { visitOf } from '../service/visits';
import { BreakerChanges } from './breaker-states';
import { areaSince, type CapacityMark, firstMark, markAt, type ShownIntegral } from './capacity';
import {
  CallCount,
  callCountColumns,
  JourneyCount,
  journeyCountColumns,
  UnitCount,
  unitCountColumns,
} from './count-columns';
import { RecentCounts } from './recent-counts';
import { RecentLatency } from './recent-latency';
import { SlotMap } from './slot-map';
import { addUnitRows } from './unit-windows';

/** The remembered windows: the whole ones and the open one. */
const rememberedCount = recentWindowCount + 1;

const firstHopRoom = 256 * hopFieldCount;

/** More hops than this in one frame are not told one by one. */
const hopRowLimit = 8192;

export class Observation {
  readonly journeys: RecentCounts;
  readonly units: RecentCounts;
  readonly calls: RecentCounts;
  /** By journey, and one more for all together. */
  readonly journeyLatency: RecentLatency[] = [];
  readonly unitLatency: RecentLatency[] = [];
  readonly slots = new SlotMap();
  /** Totals per journey since the start, and one more row for all. */
  readonly totals: Float64Array;
  requestsPerDot = 1;
  private hops = new Float64Array(firstHopRoom);
  private hopCount = 0;
  private unitWindowRows: number[] = [];
  /** At the beginnings of the remembered windows, oldest first. */
  private readonly marks: CapacityMark[] = [];
  readonly breakers: BreakerChanges;

  constructor(
    private readonly journeyCount: number,
    unitCount: number,
    edgeCount: number,
  ) {
    this.journeys = new RecentCounts((journeyCount + 1) * journeyCountColumns, rememberedCount);
    this.units = new RecentCounts(unitCount * unitCountColumns, rememberedCount);
    this.calls = new RecentCounts(edgeCount * callCountColumns, rememberedCount);
    this.totals = new Float64Array((journeyCount + 1) * journeyCountColumns);
    for (let i = 0; i <= journeyCount; i++) {
      this.journeyLatency.push(new RecentLatency(rememberedCount));
    }
    for (let i = 0; i < unitCount; i++) this.unitLatency.push(new RecentLatency(rememberedCount));
    this.marks.push(firstMark(unitCount));
    this.breakers = new BreakerChanges(edgeCount);
  }

  requestArrived(s: EngineState, task: number, edge: number): void {
    this.countJourney(s.journey[task], JourneyCount.arrivals);
    this.attempted(edge);
    if ((s.number[task] & (this.requestsPerDot - 1)) !== 0) return;
    s.flags[task] |= TaskFlag.sampled;
    this.hop(s, task, edge, HopKind.request);
  }

  requestEnded(s: EngineState, task: number, cause: number, isDegraded: boolean): void {
    const journey = s.journey[task];
    const isFailure = cause !== Cause.none;
    const edge = s.entryEdge[s.entry[task]];
    this.attemptEnded(edge, isFailure);
    const ending = isDegraded ? JourneyCount.degraded : JourneyCount.ok;
    this.countJourney(journey, isFailure ? JourneyCount.failed : ending);
    if (!isFailure) {
      const latencyMs = s.nowMs - s.bornMs[task];
      this.journeyLatency[journey].record(latencyMs);
      this.journeyLatency[this.journeyCount].record(latencyMs);
    }
    if (s.flags[task] & TaskFlag.sampled) {
      this.callAnswered(s, task, edge, isFailure);
    }
  }

  /** A sampled request sets out to another unit. */
  callSent(s: EngineState, task: number, edge: number): void {
    const isVain = isInVain(s, visitOf(s, s.caller[task]));
    this.hop(s, task, edge, isVain ? HopKind.inVain : HopKind.request);
  }

  /** The caller of a sampled request hears of it. */
  callAnswered(s: EngineState, task: number, edge: number, isFailure: boolean): void {
    const isDegraded = (s.flags[task] & TaskFlag.degraded) !== 0;
    const good = isDegraded ? HopKind.degraded : HopKind.answer;
    this.hop(s, task, edge, isFailure ? HopKind.failure : good);
  }

  visitEnded(s: EngineState, task: number, unit: number, cause: number): void {
    this.units.add(unit * unitCountColumns + UnitCount.answered);
    if (cause === Cause.none) this.unitLatency[unit].record(s.nowMs - s.bornMs[task]);
    else this.units.add(unit * unitCountColumns + UnitCount.failed);
  }

  rejected(unit: number): void {
    this.units.add(unit * unitCountColumns + UnitCount.rejected);
  }

  attempted(edge: number): void {
    this.calls.add(edge * callCountColumns + CallCount.attempts);
  }

  attemptEnded(edge: number, isFailure: boolean): void {
    this.calls.add(edge * callCountColumns + CallCount.ended);
    if (isFailure) this.calls.add(edge * callCountColumns + CallCount.failed);
  }

  hop(s: EngineState, task: number, edge: number, kind: number): void {
    if (this.hopCount >= hopRowLimit) return;
    const at = this.hopCount * hopFieldCount;
    if (at === this.hops.length) {
      const grown = new Float64Array(this.hops.length * 2);
      grown.set(this.hops);
      this.hops = grown;
    }
    this.hops[at] = s.nowMs;
    this.hops[at + 1] = edge;
    this.hops[at + 2] = s.journey[task];
    this.hops[at + 3] = kind;
    this.hops[at + 4] = s.number[task];
    this.hopCount++;
  }

  /** Closes the open window; the state is that of its end. */
  closeWindow(s: EngineState, endMs: number): void {
    const beginning = this.marks[this.marks.length - 1];
    addUnitRows(s, this, beginning, endMs, this.unitWindowRows);
    this.remember(s, endMs);
    this.breakers.note(s, endMs);
    this.journeys.turn();
    this.units.turn();
    this.calls.turn();
    for (const latency of this.journeyLatency) latency.turn();
    for (const latency of this.unitLatency) latency.turn();
  }

  /** How far back the recent figures reach, ms; more than 0 once anything has happened. */
  recentMs(nowMs: number): number {
    return nowMs - this.marks[0].timeMs;
  }

  /** Mean of one integral over another (busy over ready) in the recent past, 0 to 1. */
  recentShare(s: EngineState, unit: number, busy: ShownIntegral, ready: ShownIntegral): number {
    const available = areaSince(s, this.marks[0], unit, ready, s.nowMs);
    return available > 0 ? areaSince(s, this.marks[0], unit, busy, s.nowMs) / available : 0;
  }

  /** Arrivals and ends of requests so far. */
  get requestMoments(): number {
    const all = this.journeyCount * journeyCountColumns;
    let sum = 0;
    for (let column = 0; column < journeyCountColumns; column++) sum += this.totals[all + column];
    return sum;
  }

  takeHops(): Float64Array {
    const hops = this.hops.slice(0, this.hopCount * hopFieldCount);
    this.hopCount = 0;
    // What a burst has needed is not carried along.
    if (this.hops.length > firstHopRoom) this.hops = new Float64Array(firstHopRoom);
    return hops;
  }

  takeUnitWindows(): Float64Array {
    const rows = Float64Array.from(this.unitWindowRows);
    this.unitWindowRows = [];
    return rows;
  }

  private countJourney(journey: number, column: number): void {
    this.journeys.add(journey * journeyCountColumns + column);
    this.journeys.add(this.journeyCount * journeyCountColumns + column);
    this.totals[journey * journeyCountColumns + column]++;
    this.totals[this.journeyCount * journeyCountColumns + column]++;
  }

  inFlight(journey: number): number {
    const at = journey * journeyCountColumns;
    const ended =
      this.totals[at + JourneyCount.ok] +
      this.totals[at + JourneyCount.degraded] +
      this.totals[at + JourneyCount.failed];
    return this.totals[at + JourneyCount.arrivals] - ended;
  }

  private remember(s: EngineState, endMs: number): void {
    this.marks.push(markAt(s, endMs));
    if (this.marks.length > rememberedCount) this.marks.shift();
  }
}
