/** What the reader's hand does to the nodes: a drag stays here until it is let go of. */
import { type NodeChange, useReactFlow } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import type { Position } from '../workspace/positions';
import type { Selection } from '../workspace/workspace';
import type { GuideLine } from './layout/alignment';
import type { Point } from './layout/box';
import { withinHull } from './measures';
import { nodeMovesOf, selectedAfter } from './node-moves';
import type { FlowNode } from './nodes/flow-nodes';
import { dropOf, type PartDrop } from './part-drop';
import { selectionOf } from './selected-node';
import { snapped } from './snap';

export interface NodeMovesInput {
  deploymentId: string;
  /** The selected nodes, the one that is spoken of first. */
  selectedIds: readonly string[];
  onMove(nodeId: string, position: Position): void;
  onSelect(selection: Selection | null, alsoSelected?: readonly Selection[]): void;
  onDrop: ((drop: PartDrop) => void) | null;
}

interface Drag {
  places: ReadonlyMap<string, Point>;
  lines: readonly GuideLine[];
}

const noDrag: Drag = { places: new Map(), lines: [] };

export function useNodeMoves(input: NodeMovesInput) {
  const { deploymentId, selectedIds, onMove, onSelect, onDrop } = input;
  const [drag, setDrag] = useState(noDrag);
  // Several changes may come before the page is rendered again.
  const latest = useRef(noDrag);
  const { getNodes, getZoom } = useReactFlow<FlowNode>();
  const show = useCallback((next: Drag) => {
    latest.current = next;
    setDrag(next);
  }, []);

  const letGo = useCallback(
    (dropped: readonly [string, Point][]) => {
      const { places } = latest.current;
      const nodes = getNodes();
      for (const [id, reported] of dropped) {
        const place = places.get(id) ?? reported;
        const placed = nodes.map((node) => (node.id === id ? { ...node, position: place } : node));
        // An arrow key moves a part without having dragged it; several at once stay what they are.
        const isCarried = places.has(id) && dropped.length === 1;
        const drop = isCarried && onDrop !== null ? dropOf(id, placed) : null;
        if (drop !== null) onDrop?.(drop);
        else onMove(id, keptInside(id, place, placed));
      }
      show(noDrag);
    },
    [getNodes, onDrop, onMove, show],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const { dragged, dropped, chosen } = nodeMovesOf(changes);
      if (dragged.length > 0) {
        const { places, lines } = snapped(dragged, getNodes(), getZoom());
        show({ places: new Map(places), lines });
      }
      if (dropped.length > 0) letGo(dropped);
      if (chosen.length > 0) {
        const nodes = getNodes();
        const selected = selectedAfter(selectedIds, chosen);
        const [first = null, ...others] = selected.filter((id) => !isWithin(id, selected, nodes));
        onSelect(
          selectionOf(first, deploymentId),
          others.flatMap((id) => selectionOf(id, deploymentId) ?? []),
        );
      }
    },
    [getNodes, getZoom, show, letGo, selectedIds, onSelect, deploymentId],
  );
  return { dragged: drag.places, lines: drag.lines, onNodesChange };
}

/** A module goes with its hull: it is not chosen beside it. */
function isWithin(id: string, selected: readonly string[], nodes: readonly FlowNode[]): boolean {
  const parentId = nodes.find((node) => node.id === id)?.parentId;
  return parentId !== undefined && selected.includes(parentId);
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
