/** From places to what React Flow and the overlay are given. */
import type { Cut } from '../architecture/cut';
import type { Text } from '../workspace/use-text';
import type { DrawnCall } from './calls-layer';
import {
  type CanvasGraph,
  clientsNodeId,
  type GraphUnit,
  isSmallForm,
  moduleNodeId,
} from './canvas-graph';
import type { CanvasLayout } from './canvas-layout';
import { type Box, overlaps, type Point, unionOf } from './layout/box';
import { type Curve, svgPathOf } from './layout/edge-route';
import { pointAlong, samplePath } from './layout/path-table';
import { moduleExtent } from './measures';
import type { FlowNode, InnerPath, ModuleNode, UnitNode } from './nodes/flow-nodes';
import { queueCapacityOf } from './overlay/queue-painter';
import type { Scene } from './overlay/scene';

export interface FlowParts {
  cut: Cut;
  graph: CanvasGraph;
  layout: CanvasLayout;
  boxes: ReadonlyMap<string, Box>;
  routes: readonly (readonly Curve[])[];
  scene: Scene;
  text: Text;
  isMovable: boolean;
  /** Whether modules may leave their hulls. */
  isCuttable: boolean;
}

/** In reading order: row by row, from left to right, each unit before its modules. */
export function flowNodesOf(parts: FlowParts): FlowNode[] {
  const { graph, boxes, text } = parts;
  const units = graph.units
    .filter((unit) => boxes.has(unit.nodeId))
    .sort((a, b) => compareReading(boxes.get(a.nodeId), boxes.get(b.nodeId)));
  const nodes: FlowNode[] = [];
  const clients = boxes.get(clientsNodeId);
  if (clients !== undefined) {
    nodes.push({
      id: clientsNodeId,
      type: 'clients',
      data: {},
      ariaRole: 'group',
      ariaLabel: text.t('canvas.node.clients'),
      ...placed(clients, clients),
    });
  }
  for (const unit of units) nodes.push(unitNode(parts, unit), ...moduleNodes(parts, unit));
  return nodes;
}

function compareReading(a: Box | undefined, b: Box | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return Math.abs(a.y - b.y) > 30 ? a.y - b.y : a.x - b.x;
}

function placed(box: Box, position: Point) {
  const { width, height } = box;
  return { position: { x: position.x, y: position.y }, width, height, measured: { width, height } };
}

function unitNode(parts: FlowParts, unit: GraphUnit): UnitNode {
  const { boxes, scene, text, isMovable } = parts;
  const box = boxes.get(unit.nodeId) ?? { x: 0, y: 0, width: 0, height: 0 };
  const painted = scene.units.find((other) => other.unitIndex === unit.unitIndex);
  const name = text.nameOf(unit.unit.name);
  const kind = unit.shape === 'card' ? 'service' : unit.shape;
  return {
    id: unit.nodeId,
    type: 'unit',
    draggable: isMovable,
    ariaRole: 'group',
    ariaLabel:
      kind === 'external'
        ? text.t('canvas.node.external', { name })
        : text.t('canvas.node.unit', {
            name,
            kind: text.t(`canvas.kind.${kind}`),
            runtime: unit.unit.runtime.language,
            replicas: unit.unit.replicas,
          }),
    data: {
      unit,
      doorX: painted === undefined ? 0 : painted.door.x - box.x,
      lastEntryX: lastEntryX(parts, unit, box),
      queueCapacity: painted === undefined ? 0 : queueCapacityOf(painted),
      innerPaths: innerPathsOf(parts, unit, box),
    },
    ...placed(box, box),
  };
}

/** 0 where nothing comes in from above. */
function lastEntryX({ graph, routes }: FlowParts, unit: GraphUnit, box: Box): number {
  const places = graph.bundles.flatMap((bundle, index) => {
    const end = routes[index].at(-1)?.to;
    const isEntry = bundle.toId === unit.nodeId && end !== undefined && end.y < box.y + 2;
    return isEntry ? [end.x - box.x] : [];
  });
  return Math.max(0, ...places);
}

function innerPathsOf({ graph, routes }: FlowParts, unit: GraphUnit, box: Box): InnerPath[] {
  if (unit.innerLinks.length === 0) return [];
  const ids = new Set(unit.modules.map(({ id }) => moduleNodeId(id)));
  return graph.bundles.flatMap((bundle, index): InnerPath[] => {
    if (!bundle.isInner || !ids.has(bundle.fromId) || routes[index].length === 0) return [];
    const path = svgPathOf(shifted(routes[index], -box.x, -box.y));
    return [{ id: bundle.id, path, isAsync: bundle.isAsync, edgeIndices: bundle.edgeIndices }];
  });
}

function shifted(curves: readonly Curve[], dx: number, dy: number): Curve[] {
  const move = ({ x, y }: Point) => ({ x: x + dx, y: y + dy });
  return curves.map(({ from, control1, control2, to }) => ({
    from: move(from),
    control1: move(control1),
    control2: move(control2),
    to: move(to),
  }));
}

function moduleNodes(parts: FlowParts, unit: GraphUnit): ModuleNode[] {
  if (unit.shape !== 'hull') return [];
  const { boxes, cut, text, isMovable, isCuttable } = parts;
  const hull = boxes.get(unit.nodeId);
  if (hull === undefined) return [];
  return unit.modules.flatMap((module): ModuleNode[] => {
    const box = boxes.get(moduleNodeId(module.id));
    if (box === undefined) return [];
    const names = { name: text.nameOf(module.name), unit: text.nameOf(unit.unit.name) };
    return [
      {
        id: moduleNodeId(module.id),
        type: 'module',
        parentId: unit.nodeId,
        ...(!isCuttable && { extent: moduleExtent(unit.form, hull) }),
        draggable: isMovable,
        ariaRole: 'group',
        ariaLabel: text.t('canvas.node.module', names),
        data: {
          module,
          unit,
          incoming: cut.edges.flatMap((edge) => (edge.calleeId === module.id ? [edge.index] : [])),
        },
        ...placed(box, { x: box.x - hull.x, y: box.y - hull.y }),
      },
    ];
  });
}

/** Keeps the earlier object of every node that has not changed, so that React renders only those that have. */
export function reuseNodes(before: readonly FlowNode[], after: readonly FlowNode[]): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return after.map((node) => {
    const old = known.get(node.id);
    if (old === undefined) return node;
    if (isDeepEqual(old, node)) return old;
    return isDeepEqual(old.data, node.data) ? ({ ...node, data: old.data } as FlowNode) : node;
  });
}

/** Nodes hold plain data of the document, which itself is compared by identity. */
function isDeepEqual(one: unknown, other: unknown, depth = 0): boolean {
  if (Object.is(one, other)) return true;
  if (depth > 4 || typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  const ones = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    ones.length === others.size &&
    ones.every(([key, value]) => others.has(key) && isDeepEqual(value, others.get(key), depth + 1))
  );
}

/** The calls between units, ready to be drawn. */
export function drawnCallsOf(
  graph: CanvasGraph,
  routes: readonly (readonly Curve[])[],
  boxes: ReadonlyMap<string, Box>,
): DrawnCall[] {
  const standing = graph.units.flatMap(({ nodeId }) => {
    const box = boxes.get(nodeId);
    return box === undefined ? [] : withQueue(box);
  });
  return graph.bundles.flatMap((bundle, index): DrawnCall[] => {
    const curves = routes[index];
    if (bundle.isInner || curves.length === 0) return [];
    return [{ bundle, path: svgPathOf(curves), middle: clearPointOn(curves, standing) }];
  });
}

/** Two lines of waiting requests stand above a unit, px. */
const queueHeight = 18;

function withQueue({ x, y, width, height }: Box): Box {
  return { x, y: y - queueHeight, width, height: height + queueHeight };
}

const pillSize = { width: 116, height: 26 };
/** Places on a line to try for its breaker, from the best on. */
const pillPlaces = [0.5, 0.4, 0.6, 0.7, 0.3, 0.8, 0.2];

/** A point on a line around which a breaker's pill covers no unit and no queue; the middle where there is none. */
function clearPointOn(curves: readonly Curve[], boxes: readonly Box[]): Point {
  const table = samplePath(curves);
  const points = pillPlaces.map((share) => {
    const point = { x: 0, y: 0 };
    pointAlong(table, share, point);
    return point;
  });
  const clear = points.find(({ x, y }) => {
    const { width, height } = pillSize;
    const pill = { x: x - width / 2, y: y - height / 2, width, height };
    return boxes.every((box) => !overlaps(box, pill));
  });
  return clear ?? points[0];
}

const framePadding = 12;
/** Room for the queue at the door of the first unit. */
const framePaddingTop = 28;
const frameLabelHeight = 14;

/** Around the units of the application; `null` where there is none. */
export function applicationFrameOf(
  graph: CanvasGraph,
  boxes: ReadonlyMap<string, Box>,
): Box | null {
  const inside = graph.units
    .filter((unit) => unit.isInApplication)
    .flatMap((unit) => boxes.get(unit.nodeId) ?? []);
  if (inside.length < 2 || graph.units.some(({ form }) => isSmallForm(form))) return null;
  const union = unionOf(inside);
  return {
    x: union.x - framePadding,
    y: union.y - framePaddingTop,
    width: union.width + 2 * framePadding,
    height: union.height + framePaddingTop + framePadding + frameLabelHeight,
  };
}
