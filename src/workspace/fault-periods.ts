/**
 * Which faults hold when: those of the document's timeline and those of the
 * user, as periods of simulated time.
 */
import type { ArchitectureDocument, TimelineEvent } from '../architecture/document';
import type { Fault } from '../simulation/command';
import type { LoggedCommand } from './run-log';

export interface FaultPeriod {
  readonly target:
    | { readonly kind: 'module'; readonly id: string }
    /** `deploymentId` is `null` where every deployment with such a unit is struck. */
    | { readonly kind: 'unit'; readonly id: string; readonly deploymentId: string | null };
  readonly fault: Fault;
  readonly fromMs: number;
  /** `null` while it lasts. */
  readonly untilMs: number | null;
}

/** In the order in which they begin. */
export function faultPeriodsOf(
  document: ArchitectureDocument,
  commands: readonly LoggedCommand[],
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

function scriptedPeriod(event: TimelineEvent): FaultPeriod[] {
  if (!('fault' in event) || 'release' in event || 'link' in event) return [];
  const fault = scriptedFault(event);
  const unitId = event.unit ?? event.replica?.unit;
  const target: FaultPeriod['target'] | null =
    event.module !== undefined
      ? { kind: 'module', id: event.module }
      : unitId !== undefined
        ? { kind: 'unit', id: unitId, deploymentId: null }
        : null;
  if (fault === null || target === null) return [];
  return [{ target, fault, fromMs: event.atMs, untilMs: event.untilMs ?? null }];
}

function scriptedFault(event: Extract<TimelineEvent, { fault: string }>): Fault | null {
  switch (event.fault) {
    case 'crash':
      return { kind: 'crash' };
    case 'slow':
      return { kind: 'slow', factor: event.factor };
    case 'errors':
      return { kind: 'errors', rate: event.rate };
    default:
      return null;
  }
}

function commandedPeriods(commands: readonly LoggedCommand[]): FaultPeriod[] {
  const closed: FaultPeriod[] = [];
  const open = new Map<string, FaultPeriod>();
  for (const { atMs, command } of commands) {
    const change = changeOf(command);
    if (change === null) continue;
    const before = open.get(change.key);
    open.delete(change.key);
    // A slider that is dragged changes a fault many times at one instant: only the last one counts.
    if (before !== undefined && before.fromMs < atMs) closed.push({ ...before, untilMs: atMs });
    if (change.fault !== null) {
      open.set(change.key, {
        target: change.target,
        fault: change.fault,
        fromMs: atMs,
        untilMs: null,
      });
    }
  }
  return [...closed, ...open.values()];
}

interface FaultChange {
  key: string;
  target: FaultPeriod['target'];
  fault: Fault | null;
}

function changeOf(command: LoggedCommand['command']): FaultChange | null {
  if (command.kind === 'module-fault') {
    const { moduleId, faultKind, fault } = command;
    return {
      key: `module ${moduleId} ${faultKind}`,
      target: { kind: 'module', id: moduleId },
      fault,
    };
  }
  if (command.kind === 'unit-crash') {
    const { deploymentId, unitId, isDown } = command;
    return {
      key: `unit ${deploymentId} ${unitId}`,
      target: { kind: 'unit', id: unitId, deploymentId },
      fault: isDown ? { kind: 'crash' } : null,
    };
  }
  return null;
}
