/** The page's selection as a node of one canvas, and back. */
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { subjectOf } from '../workspace/subject';
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
 * Where the module that is selected in another deployment runs in this one: the
 * same module under another cut. `null` where no single module is selected there.
 */
export function counterpartIdOf(
  selection: Selection | null,
  document: ArchitectureDocument,
  cut: Cut,
): string | null {
  if (selection === null || selection.deploymentId === cut.deployment.id) return null;
  if (selection.kind === 'clients') return clientsNodeId;
  const module = subjectOf(document, selection)?.module;
  if (!module) return null;
  const unit = cut.units[cut.unitIndexOf(module.id)];
  return unit.modules.length === 1 ? unitNodeId(unit.id) : moduleNodeId(module.id);
}
