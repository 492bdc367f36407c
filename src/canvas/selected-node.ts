/** The page's selection as a node of one canvas, and back. */
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { subjectOf } from '../workspace/subject';
import { modulesReachedFrom } from '../workspace/suggested-module';
import type { Selection } from '../workspace/workspace';
import { clientsNodeId, moduleNodeId, unitNodeId } from './canvas-graph';

/** `null` where nothing of this deployment is selected. */
export function nodeIdOf(selection: Selection | null, deploymentId: string): string | null {
  if (selection === null || selection.deploymentId !== deploymentId) return null;
  switch (selection.kind) {
    case 'clients':
      return clientsNodeId;
    case 'unit':
      return unitNodeId(selection.id);
    case 'module':
      return moduleNodeId(selection.id);
    default:
      return null;
  }
}

/** The selected nodes of this deployment, the one that is spoken of first. */
export function nodeIdsOf(
  selection: Selection | null,
  alsoSelected: readonly Selection[],
  deploymentId: string,
): string[] {
  if (selection === null) return [];
  return [selection, ...alsoSelected].flatMap((each) => nodeIdOf(each, deploymentId) ?? []);
}

export function selectionOf(nodeId: string | null, deploymentId: string): Selection | null {
  if (nodeId === null) return null;
  if (nodeId === clientsNodeId) return { deploymentId, kind: 'clients', id: clientsNodeId };
  const kind = nodeId.startsWith(unitNodeId('')) ? 'unit' : 'module';
  return { deploymentId, kind, id: nodeId.slice(nodeId.indexOf(':') + 1) };
}

/**
 * What is selected in another deployment, as it stands in this one: the same
 * modules under another cut. A process whose modules are all meant is meant as a
 * whole. A journey is the same in all of them: what it comes through.
 */
export function counterpartIdsOf(
  selections: readonly Selection[],
  document: ArchitectureDocument,
  cut: Cut,
): string[] {
  const foreign = selections.filter(
    ({ kind, deploymentId }) => kind === 'journey' || deploymentId !== cut.deployment.id,
  );
  const moduleIds = new Set(foreign.flatMap((selection) => moduleIdsOf(selection, document)));
  const ids = cut.deployment.units.flatMap(({ id, modules }) => {
    const meant = modules.filter((moduleId) => moduleIds.has(moduleId));
    if (meant.length === modules.length) return meant.length > 0 ? [unitNodeId(id)] : [];
    return meant.map(moduleNodeId);
  });
  return foreign.some(({ kind }) => kind === 'clients') ? [...ids, clientsNodeId] : ids;
}

/** The modules that a selection is about. */
function moduleIdsOf(selection: Selection, document: ArchitectureDocument): readonly string[] {
  switch (selection.kind) {
    case 'clients':
      return [];
    case 'journey': {
      const journey = document.journeys.find(({ id }) => id === selection.id);
      return journey === undefined ? [] : [...modulesReachedFrom(document, journey.entry)];
    }
    case 'call':
      return selection.id.split('>');
    default: {
      const subject = subjectOf(document, selection);
      if (subject === null) return [];
      return subject.module === null ? subject.unit.modules : [subject.module.id];
    }
  }
}
