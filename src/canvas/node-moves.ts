/** What React Flow's changes of nodes mean to us. */
import type { NodeChange } from '@xyflow/react';
import type { Point } from './layout/box';
import type { FlowNode } from './nodes/flow-nodes';

export interface NodeMoves {
  /** Under way, by node id. */
  dragged: [string, Point][];
  /** Let go of, or moved with an arrow key. */
  dropped: [string, Point][];
  /** Chosen (true) or let go of, by node id. */
  chosen: [string, boolean][];
}

export function nodeMovesOf(changes: readonly NodeChange<FlowNode>[]): NodeMoves {
  const moves: NodeMoves = { dragged: [], dropped: [], chosen: [] };
  for (const change of changes) {
    if (change.type === 'position' && change.position !== undefined) {
      const place = { x: Math.round(change.position.x), y: Math.round(change.position.y) };
      (change.dragging === true ? moves.dragged : moves.dropped).push([change.id, place]);
    }
    if (change.type === 'select') moves.chosen.push([change.id, change.selected]);
  }
  return moves;
}

/**
 * The selected nodes after some were chosen or let go of, the one that is
 * spoken of first: who was just added to others, else who it was before.
 */
export function selectedAfter(
  before: readonly string[],
  chosen: readonly (readonly [string, boolean])[],
): string[] {
  const letGo = new Set(chosen.flatMap(([id, isChosen]) => (isChosen ? [] : [id])));
  const added = chosen.flatMap(([id, isChosen]) => (isChosen && !before.includes(id) ? [id] : []));
  const kept = before.filter((id) => !letGo.has(id));
  return added.length === 1 ? [...added, ...kept] : [...kept, ...added];
}
