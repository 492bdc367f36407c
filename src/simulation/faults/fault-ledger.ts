/**
 * The faults in force, by name. Each effect is worked out anew from all that
 * are in force whenever one begins or ends, so that a fault heals to exactly
 * the state without it: slowness multiplies, chances strike independently,
 * hogged cores, leaks and extra delays add up.
 */
import type { EngineState } from '../engine/engine-state';
import { holdReplicaDown, holdUnitDown, liftHold, liftReplicaHold } from './crash';
import { settleLeaks } from './leak';

export type ActiveFault =
  /** Holds down what it strikes. `isReadyAtOnce`: its end is that of the start-up. */
  | { kind: 'crash'; unit: number; replica: number; isReadyAtOnce: boolean }
  /** The replica's version crashes whenever it is ready. */
  | { kind: 'crash-loop'; replica: number }
  /** `replica` −1: every replica of the module; `moduleIndex` −1: every module of the replica. */
  | { kind: 'slow' | 'errors'; amount: number; moduleIndex: number; replica: number }
  | { kind: 'hog'; cores: number; unit: number; replica: number }
  | { kind: 'leak'; mibPerSecond: number; unit: number; replica: number; sinceMs: number }
  | { kind: 'latency'; addMs: number; edge: number }
  | { kind: 'loss'; rate: number; edge: number };

/** Begins all parts of a fault under a name that is not in use. */
export function beginFaults(s: EngineState, name: string, parts: readonly ActiveFault[]): void {
  parts.forEach((fault, part) => {
    beginFault(s, partName(name, part), fault);
  });
}

/** Ends every part that was begun under this name; nothing happens where there is none. */
export function endFaults(s: EngineState, name: string): void {
  for (let part = 0; s.faults.has(partName(name, part)); part++) endFault(s, partName(name, part));
}

function partName(name: string, part: number): string {
  return `${name}.${part}`;
}

/** Begins a fault under a name that is not in use. */
export function beginFault(s: EngineState, name: string, fault: ActiveFault): void {
  s.faults.set(name, fault);
  noteServiceFaults(s);
  if (fault.kind !== 'crash') settle(s, fault);
  else if (fault.replica >= 0) holdReplicaDown(s, fault.replica);
  else holdUnitDown(s, fault.unit);
}

function endFault(s: EngineState, name: string): void {
  const fault = s.faults.get(name);
  if (!fault) return;
  s.faults.delete(name);
  noteServiceFaults(s);
  if (fault.kind !== 'crash') settle(s, fault);
  else if (fault.replica >= 0) liftReplicaHold(s, fault.replica, fault.isReadyAtOnce);
  else liftHold(s, fault.unit, fault.isReadyAtOnce);
}

function noteServiceFaults(s: EngineState): void {
  s.hasServiceFaults = false;
  for (const { kind } of s.faults.values()) {
    if (kind === 'slow' || kind === 'errors' || kind === 'hog') s.hasServiceFaults = true;
  }
}

function settle(s: EngineState, changed: ActiveFault): void {
  switch (changed.kind) {
    case 'slow':
      if (changed.replica >= 0) markReplica(s, changed.replica);
      else settleSlowness(s, changed.moduleIndex);
      return;
    case 'errors':
      if (changed.replica >= 0) markReplica(s, changed.replica);
      else settleErrors(s, changed.moduleIndex);
      return;
    case 'hog':
      settleHogs(s, changed.unit, changed.replica);
      return;
    case 'leak':
      settleLeaks(s, changed.unit, changed.replica);
      return;
    case 'latency':
    case 'loss':
      settleLink(s, changed.edge);
      return;
  }
}

/** Faults of single replicas are rare: the run loop looks them up where this mark stands. */
function markReplica(s: EngineState, replica: number): void {
  s.hasReplicaFault[replica] = 0;
  for (const fault of s.faults.values()) {
    const isOwn = (fault.kind === 'slow' || fault.kind === 'errors') && fault.replica === replica;
    if (isOwn) s.hasReplicaFault[replica] = 1;
  }
}

function settleSlowness(s: EngineState, moduleIndex: number): void {
  let factor = 1;
  for (const fault of s.faults.values()) {
    if (fault.kind !== 'slow' || fault.replica >= 0) continue;
    if (fault.moduleIndex === moduleIndex) factor *= fault.amount;
  }
  s.slowFactor[moduleIndex] = factor;
}

function settleErrors(s: EngineState, moduleIndex: number): void {
  let fine = 1;
  for (const fault of s.faults.values()) {
    if (fault.kind !== 'errors' || fault.replica >= 0) continue;
    if (fault.moduleIndex === moduleIndex) fine *= 1 - fault.amount;
  }
  s.errorRate[moduleIndex] = 1 - fine;
}

/** A replica keeps at least this share of its cores, however much is taken. */
const leastShareOfCores = 0.01;

function settleHogs(s: EngineState, unit: number, replica: number): void {
  const settings = s.setup.units[unit];
  let taken = 0;
  for (const fault of s.faults.values()) {
    if (fault.kind === 'hog' && fault.unit === unit && fault.replica === replica) {
      taken += fault.cores;
    }
  }
  const left = Math.max(leastShareOfCores, 1 - taken / settings.cores);
  if (replica >= 0) s.replicaCpuFactor[replica] = 1 / left;
  else s.unitCpuFactor[unit] = 1 / left;
}

function settleLink(s: EngineState, edge: number): void {
  let addMs = 0;
  let arrives = 1;
  s.hasLinkFaults = false;
  for (const fault of s.faults.values()) {
    if (fault.kind !== 'latency' && fault.kind !== 'loss') continue;
    s.hasLinkFaults = true;
    if (fault.edge !== edge) continue;
    if (fault.kind === 'latency') addMs += fault.addMs;
    else arrives *= 1 - fault.rate;
  }
  s.linkAddMs[edge] = addMs;
  s.linkLoss[edge] = 1 - arrives;
}
