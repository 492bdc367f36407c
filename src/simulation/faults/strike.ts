/** What a fault puts in force, by what it strikes. */
import type { Fault, LinkFault } from '../command';
import type { EngineState } from '../engine/engine-state';
import type { Names } from '../engine/names';
import type { ActiveFault } from './fault-ledger';

/** A unit or a part of it. */
export interface Struck {
  unit: number;
  /** −1: every module of the unit. */
  moduleIndex: number;
  /** −1: every replica of the unit. */
  replica: number;
}

export interface Target {
  module?: string;
  unit?: string;
  /** `number` counts the unit's replicas of this instant, from 1. */
  replica?: { unit: string; number: number };
}

/** `null` where this deployment has no such thing. */
export function struckBy(s: EngineState, target: Target, names: Names): Struck | null {
  if (target.module !== undefined) {
    const moduleIndex = names.moduleIndex(target.module);
    if (moduleIndex < 0) return null;
    return { unit: s.setup.moduleUnit[moduleIndex], moduleIndex, replica: -1 };
  }
  const unit = names.unitIndex(target.unit ?? target.replica?.unit ?? '');
  if (unit < 0) return null;
  if (target.replica === undefined) return { unit, moduleIndex: -1, replica: -1 };
  const replica = s.unitReplicas[unit][target.replica.number - 1];
  return replica === undefined ? null : { unit, moduleIndex: -1, replica };
}

/** `isReadyAtOnce`: the end of a crash is that of the start-up. */
export function activeFaults(
  s: EngineState,
  fault: Fault,
  { unit, moduleIndex, replica }: Struck,
  names: Names,
  isReadyAtOnce: boolean,
): ActiveFault[] {
  switch (fault.kind) {
    case 'crash':
      return [{ kind: 'crash', unit, replica, isReadyAtOnce }];
    case 'hog':
      return [{ kind: 'hog', cores: fault.cores, unit, replica }];
    case 'leak':
      return [{ kind: 'leak', mibPerSecond: fault.mibPerSecond, unit, replica, sinceMs: s.nowMs }];
    case 'slow':
    case 'errors': {
      const amount = fault.kind === 'slow' ? fault.factor : fault.rate;
      const { kind } = fault;
      if (replica >= 0) return [{ kind, amount, moduleIndex, replica }];
      const modules = moduleIndex >= 0 ? [moduleIndex] : names.modulesOfUnit(unit);
      return modules.map((each) => ({ kind, amount, moduleIndex: each, replica }));
    }
  }
}

export function activeLinkFault(fault: LinkFault, edge: number): ActiveFault {
  if (fault.kind === 'latency') return { kind: 'latency', addMs: fault.addMs, edge };
  return { kind: 'loss', rate: fault.kind === 'loss' ? fault.rate : 1, edge };
}
