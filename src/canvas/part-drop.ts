/** Where a part that is carried about would land: cutting a module out of its process, or putting two together. */
import { type Box, centerX, centerY, type Point } from './layout/box';
import type { FlowNode } from './nodes/flow-nodes';

export interface PartDrop {
  kind: 'module' | 'unit';
  /** Id of the module or unit that is carried. */
  id: string;
  /** Id of the unit that it was let go of over; `null` on the free canvas. */
  ontoUnitId: string | null;
  /** The middle of the part where it was let go of. */
  at: Point;
}

/**
 * What letting go of a part at its present place would change: `null` while a
 * module lies in its own hull, and while a unit lies over no other one.
 */
export function dropOf(nodeId: string, nodes: readonly FlowNode[]): PartDrop | null {
  const carried = nodes.find(({ id }) => id === nodeId);
  if (carried === undefined || carried.type === 'clients') return null;
  const hull = nodes.find(({ id }) => id === carried.parentId);
  const box = boxOf(carried, hull);
  const isOver = (node: FlowNode) => node.id !== nodeId && holdsCentre(boxOf(node), box);
  if (hull !== undefined && isOver(hull)) return null;
  const onto = nodes.find((node) => node.type === 'unit' && canTakeIn(node) && isOver(node));
  const ontoUnitId = onto?.type === 'unit' ? onto.data.unit.unit.id : null;
  const place = { ontoUnitId, at: { x: centerX(box), y: centerY(box) } };
  if (carried.type === 'module') return { kind: 'module', id: carried.data.module.id, ...place };
  return ontoUnitId === null ? null : { kind: 'unit', id: carried.data.unit.unit.id, ...place };
}

/** Someone else's process takes nothing of ours. */
function canTakeIn(node: FlowNode): boolean {
  return node.type === 'unit' && node.data.unit.shape !== 'external';
}

function boxOf({ position, width = 0, height = 0 }: FlowNode, parent?: FlowNode): Box {
  const { x, y } = parent?.position ?? { x: 0, y: 0 };
  return { x: position.x + x, y: position.y + y, width, height };
}

function holdsCentre(outer: Box, inner: Box): boolean {
  const x = centerX(inner) - outer.x;
  const y = centerY(inner) - outer.y;
  return x > 0 && y > 0 && x < outer.width && y < outer.height;
}
