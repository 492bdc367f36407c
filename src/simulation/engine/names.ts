/** Where the document's names stand in the engine's columns, in one deployment; −1 for what is not there. */
import type { Cut } from '../../architecture/cut';
import type { ArchitectureDocument } from '../../architecture/document';

export interface Names {
  deploymentId: string;
  unitIndex(unitId: string): number;
  moduleIndex(moduleId: string): number;
  /** Index of the call edge of a pair of modules. */
  edgeIndex(callerId: string, calleeId: string): number;
  /** Indices of the modules of a unit. */
  modulesOfUnit(unit: number): number[];
}

export function namesOf(document: ArchitectureDocument, cut: Cut): Names {
  const units = new Map(cut.units.map(({ id }, index) => [id, index]));
  const modules = new Map(document.modules.map(({ id }, index) => [id, index]));
  const moduleIndex = (moduleId: string): number => modules.get(moduleId) ?? -1;
  return {
    deploymentId: cut.deployment.id,
    unitIndex: (unitId) => units.get(unitId) ?? -1,
    moduleIndex,
    edgeIndex: (callerId, calleeId) => cut.edgeIndexOf(callerId, calleeId),
    modulesOfUnit: (unit) => cut.units[unit].modules.map(moduleIndex),
  };
}
