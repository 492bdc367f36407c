/** The document's timeline: when each of its events begins and ends in this deployment. */
import type {
  ArchitectureDocument,
  FaultEvent,
  LoadEvent,
  TimelineEvent,
} from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';
import { switchPolicy } from '../resilience/switch-policy';
import { setConcurrency } from '../service/concurrency';
import { scaleUnit } from '../service/replicas';
import type { Interventions } from './interventions';

export interface TimelineAction {
  atMs: number;
  run(s: EngineState): void;
}

/** Thrown for a document whose timeline asks for what the engine does not simulate. */
export class UnsupportedEvent extends Error {
  override readonly name = 'UnsupportedEvent';
}

/** All beginnings and ends, by time; those at the same instant in the order of the document. */
export function timelineActions(
  document: ArchitectureDocument,
  interventions: Interventions,
): TimelineAction[] {
  const actions: TimelineAction[] = [];
  document.timeline.forEach((event, index) => {
    actions.push(...actionsOf(event, index, interventions));
  });
  return actions.sort((a, b) => a.atMs - b.atMs);
}

function actionsOf(
  event: TimelineEvent,
  index: number,
  interventions: Interventions,
): TimelineAction[] {
  if ('release' in event) throw unsupported(index, 'release');
  if ('scale' in event) {
    const unit = interventions.unitIndex(event.scale);
    if (unit < 0) return [];
    const run = (s: EngineState) => {
      scaleUnit(s, unit, event.replicas);
      if (event.concurrency !== undefined) setConcurrency(s, unit, event.concurrency);
    };
    return [{ atMs: event.atMs, run }];
  }
  if ('load' in event) return loadActions(event);
  if ('policy' in event) {
    const run = (s: EngineState) =>
      switchPolicy(s, interventions.edgeOf(event.policy), event.policy);
    return [{ atMs: event.atMs, run }];
  }
  return faultActions(event, index, interventions);
}

function loadActions({ atMs, untilMs, load }: LoadEvent): TimelineAction[] {
  const change = (s: EngineState) => {
    const { arrivals } = s.setup;
    if ('factor' in load) arrivals.setRateFactor(s, load.factor);
    else if (arrivals.statedRatePerSecond > 0) {
      arrivals.setRateFactor(s, load.arrivalRatePerSecond / arrivals.statedRatePerSecond);
    }
  };
  const restore = (s: EngineState) => s.setup.arrivals.setRateFactor(s, 1);
  const begin = { atMs, run: change };
  return untilMs === undefined ? [begin] : [begin, { atMs: untilMs, run: restore }];
}

function faultActions(
  event: FaultEvent,
  index: number,
  interventions: Interventions,
): TimelineAction[] {
  const { atMs, untilMs } = event;
  const begin = beginningOf(event, index, interventions);
  if (!begin) return [];
  let heal: (() => void) | null = null;
  const actions: TimelineAction[] = [{ atMs, run: () => (heal = begin()) }];
  if (untilMs !== undefined) actions.push({ atMs: untilMs, run: () => heal?.() });
  return actions;
}

/** What begins the fault and returns what ends it; null where it strikes nothing here. */
function beginningOf(
  event: FaultEvent,
  index: number,
  interventions: Interventions,
): (() => (() => void) | null) | null {
  if (event.fault === 'crash') return crashOf(event, interventions);
  if (event.fault !== 'slow' && event.fault !== 'errors') throw unsupported(index, event.fault);
  const amount = event.fault === 'slow' ? event.factor : event.rate;
  const kind = event.fault;
  if (event.replica) {
    const { unit, number } = event.replica;
    const unitIndex = interventions.unitIndex(unit);
    if (unitIndex < 0) return null;
    return () => {
      const replica = interventions.replicaAt(unitIndex, number);
      if (replica < 0) return null;
      return interventions.strike({ kind, amount, moduleIndex: -1, replica });
    };
  }
  const modules = interventions.modulesOf(event);
  return () => {
    const heals = modules.map((moduleIndex) =>
      interventions.strike({ kind, amount, moduleIndex, replica: -1 }),
    );
    return () => {
      for (const heal of heals) heal();
    };
  };
}

function crashOf(
  event: FaultEvent & { fault: 'crash' },
  interventions: Interventions,
): (() => (() => void) | null) | null {
  const unit = interventions.unitOf(event);
  if (unit < 0) return null;
  if (event.replica) {
    const { number } = event.replica;
    return () => {
      interventions.crashOnce(unit, number);
      return null;
    };
  }
  if (event.untilMs !== undefined) return () => interventions.hold(unit, true);
  return () => {
    interventions.crashOnce(unit, null);
    return null;
  };
}

function unsupported(index: number, kind: string): UnsupportedEvent {
  return new UnsupportedEvent(
    `timeline[${index}]: this version does not simulate \`${kind}\`; take the event out or replace it by crash, slow, errors, scale, load or policy`,
  );
}
