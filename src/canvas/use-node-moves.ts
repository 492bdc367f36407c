/** What the reader's hand does to the nodes: a drag stays here until it is let go of. */
import { type NodeChange, useReactFlow } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { Position } from '../workspace/positions';
import type { Selection } from '../workspace/workspace';
import type { Point } from './layout/box';
import { withinHull } from './measures';
import { nodeMovesOf } from './node-moves';
import type { FlowNode } from './nodes/flow-nodes';
import { dropOf, type PartDrop } from './part-drop';
import { selectionOf } from './selected-node';

export interface NodeMovesInput {
  deploymentId: string;
  onMove(nodeId: string, position: Position): void;
  onSelect(selection: Selection | null): void;
  onDrop: ((drop: PartDrop) => void) | null;
}

const noPlaces: ReadonlyMap<string, Point> = new Map();

export function useNodeMoves({ deploymentId, onMove, onSelect, onDrop }: NodeMovesInput) {
  const [dragged, setDragged] = useState(noPlaces);
  const { getNodes } = useReactFlow<FlowNode>();
  const letGo = useCallback(
    (id: string, place: Point, isDropped: boolean) => {
      const nodes = getNodes().map((node) =>
        node.id === id ? { ...node, position: place } : node,
      );
      const drop = isDropped && onDrop !== null ? dropOf(id, nodes) : null;
      if (drop !== null) onDrop?.(drop);
      else onMove(id, keptInside(id, place, nodes));
    },
    [getNodes, onDrop, onMove],
  );
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const moves = nodeMovesOf(changes);
      for (const [id, place] of moves.dropped) {
        // An arrow key moves a part without having dragged it.
        letGo(id, place, dragged.has(id) && moves.dropped.length === 1);
      }
      if (moves.dragged.length > 0 || moves.dropped.length > 0) {
        setDragged((before) => {
          const next = new Map([...before, ...moves.dragged]);
          for (const [id] of moves.dropped) next.delete(id);
          return next;
        });
      }
      if (moves.selectedId !== undefined) onSelect(selectionOf(moves.selectedId, deploymentId));
    },
    [dragged, letGo, onSelect, deploymentId],
  );
  return { dragged, onNodesChange };
}

/** A module that was not taken out lies within its hull, clear of its head and its rim. */
function keptInside(id: string, place: Point, nodes: readonly FlowNode[]): Point {
  const node = nodes.find((other) => other.id === id);
  const hull = nodes.find((other) => other.id === node?.parentId);
  if (node?.type !== 'module' || hull === undefined) return place;
  const { width = 0, height = 0 } = hull;
  const own = { ...place, width: node.width ?? 0, height: node.height ?? 0 };
  return withinHull(own, node.data.unit.isCompact, { width, height });
}
