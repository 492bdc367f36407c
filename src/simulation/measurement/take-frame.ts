/** Writes down what a watcher sees at this instant; see frame.ts for the columns. */
import type { EngineState } from '../engine/engine-state';
import {
  CallField,
  callFieldCount,
  type DeploymentFrame,
  inVainBit,
  JourneyField,
  journeyFieldCount,
  queueHeadLimit,
  ReplicaField,
  ReplicaState,
  replicaFieldCount,
  slotListLimit,
  UnitField,
  unitFieldCount,
} from '../frame';
import { isInVain } from '../resilience/in-vain';
import { coresBusy, slotsBusy } from '../service/replicas';
import { breakerStates } from './breaker-states';
import {
  CallCount,
  callCountColumns,
  JourneyCount,
  journeyCountColumns,
  UnitCount,
  unitCountColumns,
} from './count-columns';
import type { Observation } from './observation';
import { type RunWindows, usdPerHour } from './run-windows';
import { Integral } from './unit-totals';

export function takeFrame(
  s: EngineState,
  o: Observation,
  windows: RunWindows,
  deploymentId: string,
): DeploymentFrame {
  const replicas = s.unitReplicas.flat();
  return {
    deploymentId,
    units: unitRows(s, o),
    replicas: replicaRows(s, o, replicas),
    slots: slotBytes(s, o, replicas),
    queues: queueBytes(s, replicas),
    calls: callRows(s, o),
    journeys: journeyRows(s, o),
    hops: o.takeHops(),
    windows: windows.take(),
    unitWindows: o.takeUnitWindows(),
    breakers: o.breakers.take(),
    usdPerHour: usdPerHour(s),
    events: s.events,
    stopped: s.stopped,
  };
}

function unitRows(s: EngineState, o: Observation): Float64Array {
  const count = s.program.unitCount;
  const rows = new Float64Array(count * unitFieldCount);
  const seconds = o.recentMs(s.nowMs) / 1000;
  for (let unit = 0; unit < count; unit++) {
    const at = unit * unitFieldCount;
    const counts = unit * unitCountColumns;
    const settings = s.setup.units[unit];
    const value = (integral: number) => s.unitTotals.value(unit, integral);
    const answered = o.units.sums[counts + UnitCount.answered];
    const ready = value(Integral.replicasReady);
    rows[at + UnitField.replicaCount] = s.unitReplicas[unit].length;
    rows[at + UnitField.readyReplicas] = ready;
    rows[at + UnitField.slotsTotal] = value(Integral.slotsReady);
    rows[at + UnitField.slotsBusy] = busySlots(s, unit);
    rows[at + UnitField.slotQueueLength] = value(Integral.slotQueue);
    rows[at + UnitField.slotQueueLimit] = settings.acceptQueueLimit * ready;
    rows[at + UnitField.coresTotal] = value(Integral.coresReady);
    rows[at + UnitField.coresBusy] = value(Integral.coresBusy);
    rows[at + UnitField.coreQueueLength] = value(Integral.coreQueue);
    rows[at + UnitField.coreUtilization] = o.recentShare(
      s,
      unit,
      Integral.coresBusy,
      Integral.coresReady,
    );
    rows[at + UnitField.slotUtilization] = o.recentShare(
      s,
      unit,
      Integral.slotsBusy,
      Integral.slotsReady,
    );
    const { all } = o.unitLatency[unit];
    rows[at + UnitField.responseMsP50] = all.quantile(0.5);
    rows[at + UnitField.responseMsP95] = all.quantile(0.95);
    rows[at + UnitField.responseMsP99] = all.quantile(0.99);
    rows[at + UnitField.throughputPerSecond] = ratio(answered, seconds, 0);
    rows[at + UnitField.failureRate] = ratio(
      o.units.sums[counts + UnitCount.failed],
      answered,
      Number.NaN,
    );
    rows[at + UnitField.rejectedPerSecond] = ratio(
      o.units.sums[counts + UnitCount.rejected],
      seconds,
      0,
    );
    rows[at + UnitField.replicasWanted] = settings.isUnlimited ? 1 : s.wantedReplicas[unit];
    rows[at + UnitField.version] = s.unitVersion[unit];
  }
  return rows;
}

function busySlots(s: EngineState, unit: number): number {
  let sum = 0;
  for (const replica of s.unitReplicas[unit]) sum += slotsBusy(s, replica);
  return sum;
}

function replicaRows(s: EngineState, o: Observation, replicas: readonly number[]): Float64Array {
  const rows = new Float64Array(replicas.length * replicaFieldCount);
  replicas.forEach((replica, index) => {
    const at = index * replicaFieldCount;
    rows[at + ReplicaField.unitIndex] = s.replicaUnit[replica];
    rows[at + ReplicaField.state] = s.replicaState[replica];
    rows[at + ReplicaField.startupProgress] = startupProgress(s, replica);
    rows[at + ReplicaField.slotCount] = Math.min(o.slots.slotCount(replica), slotListLimit);
    rows[at + ReplicaField.slotsBusy] = slotsBusy(s, replica);
    rows[at + ReplicaField.slotQueueLength] = s.slotQueued[replica];
    rows[at + ReplicaField.queueHeadCount] = Math.min(s.slotQueued[replica], queueHeadLimit);
    rows[at + ReplicaField.coresBusy] = coresBusy(s, replica);
    rows[at + ReplicaField.coreQueueLength] = s.coreQueued[replica];
    rows[at + ReplicaField.id] = replica;
    rows[at + ReplicaField.version] = s.replicaVersion[replica];
  });
  return rows;
}

function startupProgress(s: EngineState, replica: number): number {
  const state = s.replicaState[replica];
  if (state === ReplicaState.crashed) return 0;
  if (state !== ReplicaState.starting) return 1;
  const length = s.readyMs[replica] - s.startedMs[replica];
  return length > 0 ? Math.min(1, (s.nowMs - s.startedMs[replica]) / length) : 1;
}

function slotBytes(s: EngineState, o: Observation, replicas: readonly number[]): Uint8Array {
  const counts = replicas.map((replica) => Math.min(o.slots.slotCount(replica), slotListLimit));
  const bytes = new Uint8Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  replicas.forEach((replica, index) => {
    for (let slot = 0; slot < counts[index]; slot++, at++) {
      const task = o.slots.taskAt(replica, slot);
      if (task >= 0) bytes[at] = (1 + s.journey[task]) | (isInVain(s, task) ? inVainBit : 0);
    }
  });
  return bytes;
}

function queueBytes(s: EngineState, replicas: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const replica of replicas) {
    let task = s.slotHead[replica];
    const count = Math.min(s.slotQueued[replica], queueHeadLimit);
    for (let i = 0; i < count; i++) {
      bytes.push(s.journey[task]);
      task = s.next[task];
    }
  }
  return Uint8Array.from(bytes);
}

function callRows(s: EngineState, o: Observation): Float64Array {
  const count = s.program.edgeCount;
  const rows = new Float64Array(count * callFieldCount);
  const breakers = breakerStates(s);
  const seconds = o.recentMs(s.nowMs) / 1000;
  for (let edge = 0; edge < count; edge++) {
    const at = edge * callFieldCount;
    const counts = edge * callCountColumns;
    rows[at + CallField.attemptsPerSecond] = ratio(
      o.calls.sums[counts + CallCount.attempts],
      seconds,
      0,
    );
    rows[at + CallField.failureRate] = ratio(
      o.calls.sums[counts + CallCount.failed],
      o.calls.sums[counts + CallCount.ended],
      Number.NaN,
    );
    rows[at + CallField.breakerState] = breakers[edge];
    rows[at + CallField.inFlight] = s.callTotals.inFlight[edge];
  }
  return rows;
}

function journeyRows(s: EngineState, o: Observation): Float64Array {
  const count = s.program.journeyCount + 1;
  const rows = new Float64Array(count * journeyFieldCount);
  const seconds = o.recentMs(s.nowMs) / 1000;
  for (let journey = 0; journey < count; journey++) {
    const at = journey * journeyFieldCount;
    const from = journey * journeyCountColumns;
    const recent = (column: number) => o.journeys.sums[from + column];
    const good = recent(JourneyCount.ok) + recent(JourneyCount.degraded);
    const ended = good + recent(JourneyCount.failed);
    const latency = o.journeyLatency[journey].all;
    rows[at + JourneyField.arrivals] = o.totals[from + JourneyCount.arrivals];
    rows[at + JourneyField.ok] = o.totals[from + JourneyCount.ok];
    rows[at + JourneyField.degraded] = o.totals[from + JourneyCount.degraded];
    rows[at + JourneyField.failed] = o.totals[from + JourneyCount.failed];
    rows[at + JourneyField.inFlight] = o.inFlight(journey);
    rows[at + JourneyField.recentSuccess] = ratio(good, ended, Number.NaN);
    rows[at + JourneyField.recentDegraded] = ratio(
      recent(JourneyCount.degraded),
      ended,
      Number.NaN,
    );
    rows[at + JourneyField.recentMsP99] = latency.quantile(0.99);
    rows[at + JourneyField.recentMsP50] = latency.quantile(0.5);
    rows[at + JourneyField.recentArrivalsPerSecond] = ratio(
      recent(JourneyCount.arrivals),
      seconds,
      0,
    );
    rows[at + JourneyField.recentGoodputPerSecond] = ratio(good, seconds, 0);
  }
  return rows;
}

function ratio(part: number, whole: number, otherwise: number): number {
  return whole > 0 ? part / whole : otherwise;
}
