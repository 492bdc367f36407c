/** Which columns of the engine the kernel works on. */
import type { EngineState } from '../engine/engine-state';
import type { Histogram } from '../measurement/histogram';
import { OpenArrivals } from '../traffic/open-arrivals';
import { Column } from './layout';
import { type SharedArray, SharedColumn } from './shared-memory';

/** Columns that get other arrays together. */
export interface ColumnGroup {
  /** Tells whether they have. */
  readonly first: SharedColumn;
  readonly columns: readonly (readonly [Column, SharedColumn])[];
}

const taskFields = [
  'state',
  'flags',
  'cause',
  'journey',
  'pc',
  'number',
  'attempt',
  'caller',
  'replica',
  'next',
  'entry',
  'sinceMs',
  'bornMs',
  'workMs',
  'tries',
  'callerCall',
  'callId',
  'outstanding',
  'child',
] as const;

const replicaFields = [
  'replicaState',
  'replicaUnit',
  'slotsFree',
  'visitsInside',
  'coresFree',
  'slotHead',
  'slotTail',
  'slotQueued',
  'resumeHead',
  'resumeTail',
  'coreHead',
  'coreTail',
  'coreQueued',
  'replicaCpuFactor',
  'hasReplicaFault',
  'visitsEnded',
  'visitsFailed',
  'visitsMs',
] as const;

const lastingFields = [
  'isUnlimited',
  'isEventLoop',
  'balancer',
  'acceptQueueLimit',
  'coreSpeed',
  'roundRobin',
  'unitCpuFactor',
  'concurrency',
  'parkedHead',
  'parkedTail',
  'deliveries',
  'slowFactor',
  'errorRate',
  'linkAddMs',
  'linkLoss',
  'deadlineHead',
  'deadlineTail',
  'deadlineArmedMs',
] as const;

/** By how they change. */
export function groupsOf(s: EngineState): ColumnGroup[] {
  return [
    group(taskFields.map((field) => [Column[field], new SharedColumn(s, field)])),
    group([
      [Column.deadlinePrev, new SharedColumn(s, 'deadlinePrev')],
      [Column.deadlineNext, new SharedColumn(s, 'deadlineNext')],
    ]),
    group([[Column.ring, new SharedColumn(s, 'ring')]]),
    group([
      [Column.times, new SharedColumn(s.queue, 'times')],
      [Column.keys, new SharedColumn(s.queue, 'keys')],
    ]),
    group(replicaFields.map((field) => [Column[field], new SharedColumn(s, field)])),
    group([
      ...totalsOf(s),
      ...arrivalsOf(s),
      ...lastingFields.map((field) => [Column[field], new SharedColumn(s, field)] as const),
    ]),
  ];
}

function group(columns: ColumnGroup['columns']): ColumnGroup {
  return { first: columns[0][1], columns };
}

function totalsOf(s: EngineState): ColumnGroup['columns'] {
  const { unitTotals, journeyTotals, callTotals } = s;
  return [
    [Column.integrals, new SharedColumn(s, 'integrals', unitTotals)],
    [Column.slotsAtOnce, new SharedColumn(s, 'slotsAtOnce', unitTotals)],
    [Column.coresAtOnce, new SharedColumn(s, 'coresAtOnce', unitTotals)],
    [Column.answered, new SharedColumn(s, 'answered', unitTotals)],
    [Column.rejected, new SharedColumn(unitTotals, 'rejected')],
    [Column.slotQueueMax, new SharedColumn(unitTotals, 'slotQueueMax')],
    [Column.coreQueueMax, new SharedColumn(unitTotals, 'coreQueueMax')],
    [Column.journeyArrivals, new SharedColumn(journeyTotals, 'arrivals')],
    [Column.journeyOk, new SharedColumn(journeyTotals, 'ok')],
    [Column.journeyDegraded, new SharedColumn(journeyTotals, 'degraded')],
    [Column.withinSlo, new SharedColumn(journeyTotals, 'withinSlo')],
    [Column.journeyFailed, new SharedColumn(journeyTotals, 'failed')],
    [Column.callAttempts, new SharedColumn(callTotals, 'attempts')],
    [Column.callRetries, new SharedColumn(callTotals, 'retries')],
    [Column.callOk, new SharedColumn(callTotals, 'ok')],
    [Column.callsFailed, new SharedColumn(callTotals, 'failed')],
    [Column.callsInFlight, new SharedColumn(callTotals, 'inFlight')],
  ];
}

function arrivalsOf({ arrivals }: EngineState): ColumnGroup['columns'] {
  if (!(arrivals instanceof OpenArrivals)) return [];
  return [
    [Column.nextArrivalMs, new SharedColumn(arrivals, 'nextMs')],
    [Column.hazard, new SharedColumn(arrivals, 'hazard')],
    [Column.hazardFromMs, new SharedColumn(arrivals, 'fromMs')],
    [Column.arrivalCount, new SharedColumn(arrivals, 'count')],
  ];
}

/** What no event changes. */
export function constantsOf(s: EngineState): (readonly [Column, SharedArray])[] {
  const { program, distributions, setup } = s;
  return [
    [Column.op, program.op],
    [Column.a, program.a],
    [Column.b, program.b],
    [Column.position, program.position],
    [Column.module, program.module],
    [Column.entryPc, program.entryPc],
    [Column.entryEdge, program.entryEdge],
    [Column.entryUnit, program.entryUnit],
    [Column.entryPosition, program.entryPosition],
    [Column.entryIsRemote, program.entryIsRemote],
    [Column.chances, program.chances],
    [Column.firstWorkPc, s.firstWorkPc],
    [Column.firstWorkDistribution, s.firstWorkDistribution],
    [Column.firstWorkDraw, s.firstWorkDraw],
    [Column.journeyKeys, s.journeyKeys],
    [Column.sloMs, setup.sloMs],
    [Column.callerUnit, Int32Array.from(setup.edgeCallerUnit)],
    [Column.distributionKind, distributions.kinds],
    [Column.distributionFirst, distributions.first],
    [Column.distributionSecond, distributions.second],
  ];
}

/** In the order of their numbers: waits for slots, one a unit; for cores; latencies by journey, by call; of the open window. */
export function histogramsOf(s: EngineState): Histogram[] {
  const { unitTotals, journeyTotals, callTotals, windows } = s;
  return [
    ...unitTotals.slotWaits,
    ...unitTotals.coreWaits,
    ...journeyTotals.latency,
    ...callTotals.latency,
    ...(windows === null ? [] : [windows.latency]),
  ];
}
