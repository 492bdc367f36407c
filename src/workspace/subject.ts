/** What a selection points at, and which faults strike it. */
import type { ArchitectureDocument, Deployment, Module, Unit } from '../architecture/document';
import type { Fault } from '../simulation/command';
import { type FaultPeriod, processFaults } from './fault-periods';
import type { Selection } from './workspace';

export interface Subject {
  readonly deployment: Deployment;
  readonly unit: Unit;
  /** Place of the unit in the deployment, as in the rows of a frame. */
  readonly unitIndex: number;
  /** `null` where a unit of several modules is meant as a whole. */
  readonly module: Module | null;
}

/** `null` for what is no part of a deployment, for no selection and for what the document does not hold. */
export function subjectOf(
  document: ArchitectureDocument,
  selection: Selection | null,
): Subject | null {
  if (selection?.kind !== 'unit' && selection?.kind !== 'module') return null;
  const deployment = document.deployments.find(({ id }) => id === selection.deploymentId);
  if (deployment === undefined) return null;
  const unitIndex = deployment.units.findIndex((unit) =>
    selection.kind === 'unit' ? unit.id === selection.id : unit.modules.includes(selection.id),
  );
  const unit = deployment.units[unitIndex];
  if (unit === undefined) return null;
  const moduleId =
    selection.kind === 'module'
      ? selection.id
      : unit.modules.length === 1
        ? unit.modules[0]
        : undefined;
  const module = document.modules.find(({ id }) => id === moduleId) ?? null;
  return { deployment, unit, unitIndex, module };
}

/** The faults among `periods` that strike a unit, or any module in it, in one deployment. */
export function faultsOfUnit(
  periods: readonly FaultPeriod[],
  deploymentId: string,
  unit: Unit,
): Fault[] {
  return processFaults(periods, (target) => {
    if (target.kind === 'module') return unit.modules.includes(target.id);
    // One replica of several does not make the unit what it is.
    if (target.kind === 'replica' && unit.replicas > 1) return false;
    const isHere = target.deploymentId === null || target.deploymentId === deploymentId;
    return isHere && target.id === unit.id;
  });
}

/** Whether a unit has connections where others have threads: it holds stores and caches and nothing else. */
export function holdsData(
  { unit }: Pick<Subject, 'unit'>,
  document: ArchitectureDocument,
): boolean {
  return document.modules
    .filter(({ id }) => unit.modules.includes(id))
    .every(({ kind }) => kind === 'store' || kind === 'cache');
}
