/** The automatic places of a deployment's nodes, and the measures of its units. */
import { type CanvasGraph, clientsNodeId, type GraphUnit, moduleNodeId } from './canvas-graph';
import type { Box, Point } from './layout/box';
import type { Curve } from './layout/edge-route';
import type { LargeLayout } from './layout/large-layout';
import { layeredLayout } from './layout/layered-layout';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout/layout-graph';
import { clientsSizes, measureOf, spacings, type UnitMeasure } from './measures';

export interface CanvasLayout {
  /** Boxes of the customers and the units by node id; the whole starts at (0, 0). */
  boxes: ReadonlyMap<string, Box>;
  /** By unit index. */
  measures: ReadonlyMap<number, UnitMeasure>;
  /** What the planned ways of calls take up. */
  reach?: Box;
  /** The calls' ways that were planned along with the places, as far as they still hold among these boxes; by bundle. */
  routesAmong?(boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, readonly Curve[]>;
}

const applicationGroup = 'application';

/** `outsiders`: where that stands which only the application calls. `largeLayout`: for what is not small, once it is loaded. */
export function canvasLayoutOf(
  graph: CanvasGraph,
  outsiders: LayoutSpacing['outsiders'] = 'below',
  largeLayout: LargeLayout | null = null,
): CanvasLayout {
  const form = graph.units[0]?.form ?? 'whole';
  const measures = new Map(graph.units.map((unit) => [unit.unitIndex, measureOf(unit)]));
  const clients = clientsSizes[form];
  const nodes: LayoutNode[] = [{ id: clientsNodeId, ...clients }];
  graph.units.forEach(({ nodeId, unitIndex, ownerId, isInApplication }) => {
    const size = measures.get(unitIndex)?.size ?? clients;
    nodes.push({
      id: nodeId,
      width: size.width,
      height: size.height,
      ...(ownerId === undefined ? {} : { ownerId }),
      ...(isInApplication ? { groupId: applicationGroup } : {}),
    });
  });
  const links: LayoutLink[] = graph.bundles
    .filter((bundle) => !bundle.isInner)
    .map(({ fromId, toId, isDelivery }) => ({ fromId, toId, isWeak: isDelivery }));
  const total = nodes.reduce((area, node) => area + (node.width + 60) * (node.height + 80), 0);
  const rowWidthMax = Math.max(620, Math.sqrt(total) * 1.15);
  const distances = { ...spacings[form], rowWidthMax, outsiders };
  const planned = largeLayout?.(nodes, links, distances);
  return { measures, ...(planned ?? { boxes: layeredLayout(nodes, links, distances) }) };
}

/**
 * Boxes of all nodes, modules included, when units and modules lie where
 * `places` says, else where the layout put them. What hangs at a unit that was
 * moved goes with it.
 */
export function placedBoxes(
  graph: CanvasGraph,
  layout: CanvasLayout,
  places: ReadonlyMap<string, Point>,
): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const [id, box] of layout.boxes) boxes.set(id, { ...box, ...places.get(id) });
  for (const unit of graph.units) {
    const hanging = boxes.get(unit.nodeId);
    if (hanging !== undefined && unit.ownerId !== undefined && !places.has(unit.nodeId)) {
      follow(hanging, layout.boxes.get(unit.ownerId), boxes.get(unit.ownerId));
    }
    placeModules(unit, boxes, layout, places);
  }
  return boxes;
}

function follow(box: Box, before: Box | undefined, after: Box | undefined): void {
  if (before === undefined || after === undefined) return;
  box.x += after.x - before.x;
  box.y += after.y - before.y;
}

function placeModules(
  unit: GraphUnit,
  boxes: Map<string, Box>,
  layout: CanvasLayout,
  places: ReadonlyMap<string, Point>,
): void {
  const hull = boxes.get(unit.nodeId);
  if (hull === undefined) return;
  layout.measures.get(unit.unitIndex)?.modules.forEach((box, index) => {
    const module = unit.modules[index];
    if (module === undefined) return;
    const id = moduleNodeId(module.id);
    const place = places.get(id) ?? box;
    boxes.set(id, { ...box, x: hull.x + place.x, y: hull.y + place.y });
  });
}
