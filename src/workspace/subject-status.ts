import type { Fault } from '../simulation/command';
import { type FaultPeriod, processFaults } from './fault-periods';
import { faultsOfUnit, type Subject } from './subject';
import { type UnitStatus, unitStatusOf } from './unit-status';

/**
 * The state of what is inspected. A module that shares its process shares its
 * crashes and its full slots as well, but not the slowness of its neighbours.
 */
export function subjectStatus(
  { deployment, unit, unitIndex, module }: Subject,
  units: Float64Array | null,
  faults: readonly FaultPeriod[],
): UnitStatus {
  const ofUnit = faultsOfUnit(faults, deployment.id, unit);
  if (module === null || unit.modules.length === 1) {
    return unitStatusOf(units, unitIndex, unit.external, ofUnit);
  }
  const own = ownFaults(module.id, faults);
  const crashes = ofUnit.filter(({ kind }) => kind === 'crash');
  const status = unitStatusOf(units, unitIndex, unit.external, [...crashes, ...own]);
  // The unit's failures may be a neighbour's.
  return status === 'errors' && own.length === 0 ? 'fine' : status;
}

function ownFaults(moduleId: string, faults: readonly FaultPeriod[]): Fault[] {
  return processFaults(faults, (target) => target.kind === 'module' && target.id === moduleId);
}
