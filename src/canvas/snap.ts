/** Nodes under the reader's hand, in line with those that stand. */
import { alignmentOf, type GuideLine } from './layout/alignment';
import { type Box, type Point, unionOf } from './layout/box';
import type { FlowNode } from './nodes/flow-nodes';

/** A box this near to a line jumps to it, px of the screen. */
const reachPx = 5;

export interface Snapped {
  places: [string, Point][];
  /** In px of the drawing. */
  lines: readonly GuideLine[];
}

const noLines: readonly GuideLine[] = [];

/** What is dragged moves as one; it minds the nodes around it in the same process, or on the canvas. */
export function snapped(
  dragged: readonly [string, Point][],
  nodes: readonly FlowNode[],
  zoom: number,
): Snapped {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Set(dragged.map(([id]) => nodeOf.get(id)?.parentId));
  const [parentId] = parents;
  const asIs = { places: [...dragged], lines: noLines };
  if (parents.size !== 1) return asIs;
  const ids = new Set(dragged.map(([id]) => id));
  const standing = nodes.filter((node) => node.parentId === parentId && !ids.has(node.id));
  const own = dragged.flatMap(([id, place]) => {
    const node = nodeOf.get(id);
    return node === undefined ? [] : [boxAt(node, place)];
  });
  const hull = parentId === undefined ? undefined : nodeOf.get(parentId);
  const box = unionOf(own);
  if (hull !== undefined && isOutside(box, hull)) return asIs;
  const boxes = standing.map((node) => boxAt(node, node.position));
  const { dx, dy, lines } = alignmentOf(box, boxes, reachPx / zoom);
  const origin = hull?.position ?? { x: 0, y: 0 };
  return {
    places: dragged.map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]),
    lines: lines.map((line) => shifted(line, origin)),
  };
}

function boxAt({ width = 0, height = 0 }: FlowNode, { x, y }: Point): Box {
  return { x, y, width, height };
}

/** A module that leaves its hull is in line with nothing in it. */
function isOutside(box: Box, { width = 0, height = 0 }: FlowNode): boolean {
  return box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height;
}

function shifted(line: GuideLine, { x, y }: Point): GuideLine {
  return { x1: line.x1 + x, y1: line.y1 + y, x2: line.x2 + x, y2: line.y2 + y };
}
