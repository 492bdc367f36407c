/** What a node says about its unit, from the columns of a frame. */
import type { Unit } from '../architecture/document';
import type { Fault } from '../simulation/command';
import {
  type DeploymentFrame,
  ReplicaField,
  ReplicaState,
  UnitField,
  unitFieldCount,
} from '../simulation/frame';
import { type FaultPeriod, processFaults } from '../workspace/fault-periods';
import { replicaRowsOf, replicaValue } from './overlay/replica-rows';

export function unitValue(frame: DeploymentFrame, unitIndex: number, field: number): number {
  return frame.units[unitIndex * unitFieldCount + field];
}

/** How many of a unit's replicas are in which state, and how soon the next one is ready. */
export interface ReplicaCounts {
  ready: number;
  starting: number;
  draining: number;
  crashed: number;
  /** A release has yet to replace these; 0 while none is under way. */
  stale: number;
  /** The version that the others have is the earlier one. */
  isGoingBack: boolean;
  /** Ready, and of the version that all are to have. */
  fresh: number;
  wanted: number;
  /** Start-up of the one that comes next, 0 to 1; 0 where none is starting. */
  progressMax: number;
}

export function replicaCountsOf(
  frame: DeploymentFrame,
  unitIndex: number,
  unitCount: number,
): ReplicaCounts {
  const rows = replicaRowsOf(frame, unitCount);
  const version = unitValue(frame, unitIndex, UnitField.version);
  const counts = {
    ready: 0,
    starting: 0,
    draining: 0,
    crashed: 0,
    stale: 0,
    isGoingBack: false,
    fresh: 0,
    wanted: unitValue(frame, unitIndex, UnitField.replicasWanted),
    progressMax: 0,
  };
  for (let row = rows.firstRow[unitIndex]; row < rows.firstRow[unitIndex + 1]; row += 1) {
    const own = replicaValue(frame, row, ReplicaField.version);
    if (own !== version) {
      counts.stale += 1;
      // Later versions lie further from 0, the first one: those of the timeline above it, those of clicks below.
      counts.isGoingBack ||= Math.abs(own) > Math.abs(version);
    }
    switch (replicaValue(frame, row, ReplicaField.state)) {
      case ReplicaState.starting: {
        const progress = replicaValue(frame, row, ReplicaField.startupProgress);
        counts.starting += 1;
        counts.progressMax = Math.max(counts.progressMax, progress);
        break;
      }
      case ReplicaState.draining:
        counts.draining += 1;
        break;
      case ReplicaState.crashed:
        counts.crashed += 1;
        break;
      default:
        counts.ready += 1;
        if (own === version) counts.fresh += 1;
    }
  }
  return counts;
}

/** Time until the next replica is ready, ms; `null` where none is starting. */
export function startupLeftMs(counts: ReplicaCounts, unit: Unit): number | null {
  return counts.starting === 0 ? null : (1 - counts.progressMax) * unit.startupMs;
}

/** By how much the worst slowness among a unit's faults slows it; `null` without one. */
export function slowFactorOf(faults: readonly Fault[]): number | null {
  const factors = faults.flatMap((fault) => (fault.kind === 'slow' ? [fault.factor] : []));
  return factors.length === 0 ? null : Math.max(...factors);
}

/** The faults that strike a module itself. */
export function faultsAtModule(periods: readonly FaultPeriod[], moduleId: string): Fault[] {
  return processFaults(periods, (target) => target.kind === 'module' && target.id === moduleId);
}

export function isSlotsFull(frame: DeploymentFrame, unitIndex: number): boolean {
  const total = unitValue(frame, unitIndex, UnitField.slotsTotal);
  return total > 0 && unitValue(frame, unitIndex, UnitField.slotsBusy) >= total;
}
