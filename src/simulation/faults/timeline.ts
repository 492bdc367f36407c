/** The document's timeline: what begins and ends when, in this deployment. */
import type { ArchitectureDocument, FaultEvent, TimelineEvent } from '../../architecture/document';
import type { LoadChange } from '../../architecture/timeline';
import type { EngineState } from '../engine/engine-state';
import type { Names } from '../engine/names';
import { switchPolicy } from '../resilience/switch-policy';
import { scriptedFault, scriptedLinkFault } from '../scripted-fault';
import { setConcurrency } from '../service/concurrency';
import { beginRelease, rollBack } from '../service/release';
import { scaleUnit } from '../service/replicas';
import { crashAndRestart, crashUnit } from './crash';
import { type ActiveFault, beginFaults, endFaults } from './fault-ledger';
import { activeFaults, activeLinkFault, struckBy, type Target } from './strike';

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
    const version = index + 1;
    return [
      { atMs, run: (s) => beginRelease(s, version, { moduleIndex, strategy, fault }) },
      ...(rollbackAtMs === undefined
        ? []
        : [{ atMs: rollbackAtMs, run: (s: EngineState) => rollBack(s, version) }]),
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
  if ('factor' in load) s.arrivals.setRateFactor(s, load.factor);
  else s.arrivals.setRate(s, load.arrivalRatePerSecond);
}

function faultActions(event: FaultEvent, index: number, names: Names): TimelineAction[] {
  const { atMs, untilMs } = event;
  if (event.fault === 'crash' && untilMs === undefined) {
    return [{ atMs, run: (s) => crashOnce(s, event, names) }];
  }
  const name = `timeline: ${index}`;
  const begin = (s: EngineState) => beginFaults(s, name, activeFaultsOf(s, event, names));
  const end = (s: EngineState) => endFaults(s, name);
  return untilMs === undefined
    ? [{ atMs, run: begin }]
    : [
        { atMs, run: begin },
        { atMs: untilMs, run: end },
      ];
}

/** A crash that the replicas recover from by themselves. */
function crashOnce(s: EngineState, target: Target, names: Names): void {
  const struck = struckBy(s, target, names);
  if (struck === null) return;
  if (struck.replica >= 0) crashAndRestart(s, struck.replica);
  else crashUnit(s, struck.unit);
}

/** What an event puts in force in this deployment; empty where it strikes nothing. */
function activeFaultsOf(s: EngineState, event: FaultEvent, names: Names): ActiveFault[] {
  if ('link' in event) {
    const edge = names.edgeIndex(event.link[0], event.link[1]);
    return edge < 0 ? [] : [activeLinkFault(scriptedLinkFault(event), edge)];
  }
  const struck = struckBy(s, event, names);
  return struck === null ? [] : activeFaults(s, scriptedFault(event), struck, names, true);
}
