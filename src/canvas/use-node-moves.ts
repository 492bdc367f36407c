/** What the reader's hand does to the nodes: a drag stays here until it is let go of. */
import { type NodeChange, useReactFlow } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import type { Position } from '../workspace/positions';
import type { Selection } from '../workspace/workspace';
import type { GuideLine } from './layout/alignment';
import type { Point } from './layout/box';
import { nodeMovesOf, selectedAfter } from './node-moves';
import type { FlowNode } from './nodes/flow-nodes';
import type { PartDrop } from './part-drop';
import { selectionOf } from './selected-node';

export interface NodeMovesInput {
  deploymentId: string;
  /** The selected nodes, the one that is spoken of first. */
  selectedIds: readonly string[];
  /** Whether parts stay where they are put. */
  canPlace: boolean;
  onMove(nodeId: string, position: Position): void;
  onSelect(selection: Selection | null, alsoSelected?: readonly Selection[]): void;
  onDrop: ((drop: PartDrop) => void) | null;
}

interface Drag {
  places: ReadonlyMap<string, Point>;
  lines: readonly GuideLine[];
  /** What letting go would change. */
  drop: PartDrop | null;
}

const noDrag: Drag = { places: new Map(), lines: [], drop: null };

export function useNodeMoves(input: NodeMovesInput) {
  const { deploymentId, selectedIds, canPlace, onMove, onSelect, onDrop } = input;
  const [drag, setDrag] = useState(noDrag);
  // Several changes may come before the page is rendered again.
  const latest = useRef(noDrag);
  const hand = useRef<typeof import('./held-nodes') | null>(null);
  const { getNodes, getZoom } = useReactFlow<FlowNode>();
  const show = useCallback((next: Drag) => {
    latest.current = next;
    setDrag(next);
  }, []);

  const hold = useCallback(
    (dragged: readonly [string, Point][]) => {
      const held = hand.current?.heldNodes(dragged, getNodes(), getZoom());
      show({
        places: new Map(held?.places ?? dragged),
        lines: held?.lines ?? [],
        drop: (onDrop !== null && held?.drop) || null,
      });
    },
    [getNodes, getZoom, onDrop, show],
  );

  const letGo = useCallback(
    (dropped: readonly [string, Point][]) => {
      const { places, drop } = latest.current;
      if (drop !== null) onDrop?.(drop);
      else if (canPlace) {
        for (const [id, reported] of dropped) {
          const place = places.get(id) ?? reported;
          onMove(id, hand.current?.keptInside(id, place, getNodes()) ?? place);
        }
      }
      show(noDrag);
    },
    [canPlace, getNodes, onDrop, onMove, show],
  );

  const onNodesChange = useCallback(
    async (changes: NodeChange<FlowNode>[]) => {
      const { dragged, dropped, chosen } = nodeMovesOf(changes);
      if (chosen.length > 0) {
        const nodes = getNodes();
        const selected = selectedAfter(selectedIds, chosen);
        const [first = null, ...others] = selected.filter((id) => !isWithin(id, selected, nodes));
        onSelect(
          selectionOf(first, deploymentId),
          others.flatMap((id) => selectionOf(id, deploymentId) ?? []),
        );
      }
      if (dragged.length > 0) hold(dragged);
      if (dragged.length + dropped.length === 0) return;
      if (hand.current === null) {
        hand.current = await import('./held-nodes');
        // What was taken hold of meanwhile, for all that it means.
        if (latest.current.places.size > 0) hold([...latest.current.places]);
      }
      if (dropped.length > 0) letGo(dropped);
    },
    [getNodes, hold, letGo, selectedIds, onSelect, deploymentId],
  );
  return { dragged: drag.places, lines: drag.lines, drop: drag.drop, onNodesChange };
}

/** A module goes with its hull: it is not chosen beside it. */
function isWithin(id: string, selected: readonly string[], nodes: readonly FlowNode[]): boolean {
  const parentId = nodes.find((node) => node.id === id)?.parentId;
  return parentId !== undefined && selected.includes(parentId);
}
