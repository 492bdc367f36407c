/** Pure changes of units in a document, one or several at once. */
import type { ArchitectureDocument, Deployment, Unit } from '../../architecture/document';
import { isSameWish } from '../../workspace/commands-between';

/** A unit of a deployment. */
export interface UnitTarget {
  readonly deployment: Deployment;
  readonly unit: Unit;
}

export function withUnits(
  document: ArchitectureDocument,
  targets: readonly UnitTarget[],
  change: (unit: Unit) => Unit,
): ArchitectureDocument {
  const isMeant = (deploymentId: string, unitId: string) =>
    targets.some(({ deployment, unit }) => deployment.id === deploymentId && unit.id === unitId);
  return {
    ...document,
    deployments: document.deployments.map((deployment) =>
      targets.some((target) => target.deployment.id === deployment.id)
        ? {
            ...deployment,
            units: deployment.units.map((unit) =>
              isMeant(deployment.id, unit.id) ? change(unit) : unit,
            ),
          }
        : deployment,
    ),
  };
}

/** The same unit in another state of the document; `null` where that does not have it. */
export function unitIn(
  document: ArchitectureDocument,
  { deployment, unit }: UnitTarget,
): Unit | null {
  const known = document.deployments.find(({ id }) => id === deployment.id);
  return known?.units.find(({ id }) => id === unit.id) ?? null;
}

/** The value that all share; `null` where they differ. */
export function commonOf<Value>(values: readonly Value[]): Value | null {
  const [first, ...others] = values;
  return others.every((other) => isSameWish(other, first)) ? (first ?? null) : null;
}
