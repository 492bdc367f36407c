/** The page's selection as a node of one canvas, and back. */
import type { Selection } from '../workspace/workspace';
import { clientsNodeId, moduleNodeId, unitNodeId } from './canvas-graph';

/** `null` where nothing of this deployment is selected. */
export function nodeIdOf(selection: Selection | null, deploymentId: string): string | null {
  if (selection === null || selection.deploymentId !== deploymentId) return null;
  if (selection.kind === 'clients') return clientsNodeId;
  return selection.kind === 'unit' ? unitNodeId(selection.id) : moduleNodeId(selection.id);
}

export function selectionOf(nodeId: string | null, deploymentId: string): Selection | null {
  if (nodeId === null) return null;
  if (nodeId === clientsNodeId) return { deploymentId, kind: 'clients', id: clientsNodeId };
  const kind = nodeId.startsWith(unitNodeId('')) ? 'unit' : 'module';
  return { deploymentId, kind, id: nodeId.slice(nodeId.indexOf(':') + 1) };
}
