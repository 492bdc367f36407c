/**
 * Which faults hold when: those of the document's timeline and those of the
 * user, as periods of simulated time.
 */
import type { ArchitectureDocument, TimelineEvent } from '../architecture/document';
import type { Command, Fault, LinkFault, TimedCommand } from '../simulation/command';
import { scriptedFault, scriptedLinkFault } from '../simulation/scripted-fault';

/** What a fault of a process strikes. `deploymentId` is `null` where every deployment with such a unit is struck. */
export type ProcessTarget =
  | { readonly kind: 'module'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string; readonly deploymentId: string | null }
  | {
      readonly kind: 'replica';
      /** Of its unit. */
      readonly id: string;
      readonly deploymentId: string | null;
      /** From 1. */
      readonly number: number;
    };

/** `id` names both ends: `caller>callee`. */
export interface LinkTarget {
  readonly kind: 'link';
  readonly id: string;
  readonly callerId: string;
  readonly calleeId: string;
}

/** What is wrong with what. */
export type StruckTarget =
  | { readonly target: ProcessTarget; readonly fault: Fault }
  | { readonly target: LinkTarget; readonly fault: LinkFault };

export type FaultPeriod = StruckTarget & {
  readonly fromMs: number;
  /** `null` while it lasts. */
  readonly untilMs: number | null;
};

/** In the order in which they begin. */
export function faultPeriodsOf(
  document: ArchitectureDocument,
  commands: readonly TimedCommand[],
): FaultPeriod[] {
  const periods = [...document.timeline.flatMap(scriptedPeriod), ...commandedPeriods(commands)];
  return periods.sort((one, other) => one.fromMs - other.fromMs);
}

/** The faults that hold at an instant. */
export function faultsAt(periods: readonly FaultPeriod[], timeMs: number): FaultPeriod[] {
  return periods.filter(
    ({ fromMs, untilMs }) => fromMs <= timeMs && (untilMs === null || timeMs < untilMs),
  );
}

/** The faults among some periods that strike a process of which `isMeant` says so. */
export function processFaults(
  periods: readonly FaultPeriod[],
  isMeant: (target: ProcessTarget) => boolean,
): Fault[] {
  return periods.flatMap((period) => {
    if (period.target.kind === 'link') return [];
    const { target, fault } = period as Extract<FaultPeriod, { target: ProcessTarget }>;
    return isMeant(target) ? [fault] : [];
  });
}

function scriptedPeriod(event: TimelineEvent): FaultPeriod[] {
  if (!('fault' in event) || 'release' in event) return [];
  const span = { fromMs: event.atMs, untilMs: event.untilMs ?? null };
  if ('link' in event) {
    return [{ target: linkTarget(...event.link), fault: scriptedLinkFault(event), ...span }];
  }
  const target = scriptedTarget(event);
  return target === null ? [] : [{ target, fault: scriptedFault(event), ...span }];
}

function scriptedTarget({
  module,
  unit,
  replica,
}: Parameters<typeof scriptedFault>[0]): ProcessTarget | null {
  if (module !== undefined) return { kind: 'module', id: module };
  if (unit !== undefined) return { kind: 'unit', id: unit, deploymentId: null };
  if (replica === undefined) return null;
  return { kind: 'replica', id: replica.unit, deploymentId: null, number: replica.number };
}

function linkTarget(callerId: string, calleeId: string): LinkTarget {
  return { kind: 'link', id: `${callerId}>${calleeId}`, callerId, calleeId };
}

function commandedPeriods(commands: readonly TimedCommand[]): FaultPeriod[] {
  const closed: FaultPeriod[] = [];
  const open = new Map<string, FaultPeriod>();
  for (const { atMs, command } of commands) {
    const change = changeOf(command);
    if (change === null) continue;
    const before = open.get(change.key);
    open.delete(change.key);
    // A slider that is dragged changes a fault many times at one instant: only the last one counts.
    if (before !== undefined && before.fromMs < atMs) closed.push({ ...before, untilMs: atMs });
    if (change.struck !== null) {
      open.set(change.key, { ...change.struck, fromMs: atMs, untilMs: null });
    }
  }
  return [...closed, ...open.values()];
}

interface FaultChange {
  /** Two changes with the same key replace each other. */
  key: string;
  /** `null` where a fault is lifted. */
  struck: StruckTarget | null;
}

function changeOf(command: Command): FaultChange | null {
  switch (command.kind) {
    case 'module-fault':
      return processChange({ kind: 'module', id: command.moduleId }, command);
    case 'unit-fault': {
      const { deploymentId, unitId: id } = command;
      return processChange({ kind: 'unit', id, deploymentId }, command);
    }
    case 'unit-crash': {
      const { deploymentId, unitId: id, isDown } = command;
      const fault: Fault | null = isDown ? { kind: 'crash' } : null;
      return processChange({ kind: 'unit', id, deploymentId }, { faultKind: 'crash', fault });
    }
    case 'replica-fault': {
      const { deploymentId, unitId: id, replicaNumber: number } = command;
      return processChange({ kind: 'replica', id, deploymentId, number }, command);
    }
    case 'link-fault': {
      const { callerId, calleeId, faultKind, fault } = command;
      const target = linkTarget(callerId, calleeId);
      return {
        key: `${JSON.stringify(target)} ${faultKind}`,
        struck: fault === null ? null : { target, fault },
      };
    }
    default:
      return null;
  }
}

function processChange(
  target: ProcessTarget,
  { faultKind, fault }: { faultKind: string; fault: Fault | null },
): FaultChange {
  return {
    key: `${JSON.stringify(target)} ${faultKind}`,
    struck: fault === null ? null : { target, fault },
  };
}
