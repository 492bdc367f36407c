/** The document's timeline: what begins and ends when, in this deployment. */
import type { ArchitectureDocument, FaultEvent, TimelineEvent } from '../../architecture/document';
import type { LoadChange } from '../../architecture/timeline';
import type { EngineState } from '../engine/engine-state';
import type { Names } from '../engine/names';
import { switchPolicy } from '../resilience/switch-policy';
import { setConcurrency } from '../service/concurrency';
import { beginRelease, rollBack } from '../service/release';
import { scaleUnit } from '../service/replicas';
import { crashAndRestart, crashUnit } from './crash';
import { type ActiveFault, beginFault, endFault } from './fault-ledger';

export interface TimelineAction {
  atMs: number;
  run(s: EngineState): void;
}

/** All beginnings and ends, by time; those at the same instant in the order of the document. */
export function timelineActions(document: ArchitectureDocument, names: Names): TimelineAction[] {
  return document.timeline
    .flatMap((event, index) => actionsOf(event, index, names))
    .sort((a, b) => a.atMs - b.atMs);
}

function actionsOf(event: TimelineEvent, index: number, names: Names): TimelineAction[] {
  const { atMs } = event;
  if ('release' in event) {
    const moduleIndex = names.moduleIndex(event.release);
    if (moduleIndex < 0) return [];
    const fault = event.fault ?? null;
    const { strategy, rollbackAtMs } = event;
    return [
      { atMs, run: (s) => beginRelease(s, index, { moduleIndex, strategy, fault }) },
      ...(rollbackAtMs === undefined
        ? []
        : [{ atMs: rollbackAtMs, run: (s: EngineState) => rollBack(s, index) }]),
    ];
  }
  if ('scale' in event) {
    const unit = names.unitIndex(event.scale);
    if (unit < 0) return [];
    const run = (s: EngineState) => {
      scaleUnit(s, unit, event.replicas);
      if (event.concurrency !== undefined) setConcurrency(s, unit, event.concurrency);
    };
    return [{ atMs, run }];
  }
  if ('load' in event) {
    const change = { atMs, run: (s: EngineState) => changeLoad(s, event.load) };
    if (event.untilMs === undefined) return [change];
    return [change, { atMs: event.untilMs, run: (s) => s.arrivals.setRateFactor(s, 1) }];
  }
  if ('policy' in event) {
    const edge = names.edgeIndex(event.policy.caller, event.policy.callee);
    return [{ atMs, run: (s) => switchPolicy(s, edge, event.policy) }];
  }
  return faultActions(event, index, names);
}

function changeLoad(s: EngineState, load: LoadChange): void {
  const stated = s.arrivals.statedRatePerSecond;
  if ('factor' in load) s.arrivals.setRateFactor(s, load.factor);
  else if (stated > 0) s.arrivals.setRateFactor(s, load.arrivalRatePerSecond / stated);
}

function faultActions(event: FaultEvent, index: number, names: Names): TimelineAction[] {
  const { atMs, untilMs } = event;
  if (event.fault === 'crash' && untilMs === undefined) {
    return crashActions(event, names);
  }
  const begin = (s: EngineState) => {
    activeFaultsOf(s, event, names).forEach((fault, part) => {
      beginFault(s, faultName(index, part), fault);
    });
  };
  const end = (s: EngineState) => {
    // The parts follow from the document, whatever the run has become meanwhile.
    for (let part = 0; s.faults.has(faultName(index, part)); part++) {
      endFault(s, faultName(index, part));
    }
  };
  return untilMs === undefined
    ? [{ atMs, run: begin }]
    : [
        { atMs, run: begin },
        { atMs: untilMs, run: end },
      ];
}

function faultName(index: number, part: number): string {
  return `timeline: ${index}.${part}`;
}

/** Crashes that the replicas recover from by themselves. */
function crashActions(event: FaultEvent & { fault: 'crash' }, names: Names): TimelineAction[] {
  const run = (s: EngineState) => {
    const unit = unitOf(s, event, names);
    if (unit < 0) return;
    if (!event.replica) {
      crashUnit(s, unit);
      return;
    }
    const replica = s.unitReplicas[unit][event.replica.number - 1];
    if (replica !== undefined) crashAndRestart(s, replica);
  };
  return [{ atMs: event.atMs, run }];
}

/** What an event puts in force in this deployment; empty where it strikes nothing. */
function activeFaultsOf(s: EngineState, event: FaultEvent, names: Names): ActiveFault[] {
  if ('link' in event) {
    const edge = names.edgeIndex(event.link[0], event.link[1]);
    if (edge < 0) return [];
    if (event.fault === 'latency') return [{ kind: 'latency', addMs: event.addMs, edge }];
    return [{ kind: 'loss', rate: event.fault === 'loss' ? event.rate : 1, edge }];
  }
  const unit = unitOf(s, event, names);
  if (unit < 0) return [];
  const replica = event.replica ? (s.unitReplicas[unit][event.replica.number - 1] ?? -2) : -1;
  if (replica === -2) return [];
  switch (event.fault) {
    case 'crash':
      return [{ kind: 'crash', unit, replica, isReadyAtOnce: true }];
    case 'hog':
      return [{ kind: 'hog', cores: event.cores, unit, replica }];
    case 'leak':
      return [{ kind: 'leak', mibPerSecond: event.mibPerSecond, unit, replica, sinceMs: s.nowMs }];
    case 'slow':
    case 'errors': {
      const amount = event.fault === 'slow' ? event.factor : event.rate;
      const { fault: kind } = event;
      if (replica >= 0) return [{ kind, amount, moduleIndex: -1, replica }];
      const modules =
        event.module === undefined ? names.modulesOfUnit(unit) : [names.moduleIndex(event.module)];
      return modules.map((moduleIndex) => ({ kind, amount, moduleIndex, replica: -1 }));
    }
  }
}

interface Target {
  module?: string;
  unit?: string;
  replica?: { unit: string; number: number };
}

/** The unit that an event strikes, −1 when it is not in this deployment. */
function unitOf(s: EngineState, target: Target, names: Names): number {
  if (target.module === undefined)
    return names.unitIndex(target.unit ?? target.replica?.unit ?? '');
  const moduleIndex = names.moduleIndex(target.module);
  return moduleIndex < 0 ? -1 : s.setup.moduleUnit[moduleIndex];
}
