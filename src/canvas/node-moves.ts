/** What React Flow's changes of nodes mean to us. */
import type { NodeChange } from '@xyflow/react';
import type { Point } from './layout/box';
import type { FlowNode } from './nodes/flow-nodes';

export interface NodeMoves {
  /** Under way, by node id. */
  dragged: [string, Point][];
  /** Let go of, or moved with an arrow key. */
  dropped: [string, Point][];
  /** Node that was chosen; `null` when one was let go of; `undefined` without news. */
  selectedId: string | null | undefined;
}

export function nodeMovesOf(changes: readonly NodeChange<FlowNode>[]): NodeMoves {
  const moves: NodeMoves = { dragged: [], dropped: [], selectedId: undefined };
  for (const change of changes) {
    if (change.type === 'position' && change.position !== undefined) {
      const place = { x: Math.round(change.position.x), y: Math.round(change.position.y) };
      (change.dragging === true ? moves.dragged : moves.dropped).push([change.id, place]);
    }
    if (change.type === 'select') {
      if (change.selected) moves.selectedId = change.id;
      else moves.selectedId ??= null;
    }
  }
  return moves;
}
