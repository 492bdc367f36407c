/** What becomes of nodes that the reader holds. Loaded when somebody first takes hold of one. */
import type { Point } from './layout/box';
import { withinHull } from './measures';
import type { FlowNode } from './nodes/flow-nodes';
import { dropOf, type PartDrop } from './part-drop';
import { type Snapped, snapped } from './snap';

export interface Held extends Snapped {
  /** What letting go would change; only a single part can change its process. */
  drop: PartDrop | null;
}

export function heldNodes(
  dragged: readonly [string, Point][],
  nodes: readonly FlowNode[],
  zoom: number,
): Held {
  const { places, lines } = snapped(dragged, nodes, zoom);
  const [only] = places;
  const drop = places.length === 1 ? dropOf(only[0], nodesWith(nodes, ...only)) : null;
  return { places, lines, drop };
}

/** A module that was not taken out lies within its hull, clear of its head and its rim. */
export function keptInside(id: string, place: Point, nodes: readonly FlowNode[]): Point {
  const node = nodes.find((other) => other.id === id);
  const hull = nodes.find((other) => other.id === node?.parentId);
  if (node?.type !== 'module' || hull === undefined) return place;
  const { width = 0, height = 0 } = hull;
  const own = { ...place, width: node.width ?? 0, height: node.height ?? 0 };
  return withinHull(own, node.data.unit.form, { width, height });
}

function nodesWith(nodes: readonly FlowNode[], id: string, place: Point): FlowNode[] {
  return nodes.map((node) => (node.id === id ? { ...node, position: place } : node));
}
