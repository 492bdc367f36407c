/** A deployment as the page draws it, and what can be wrong with the drawing. */
import { cutOf } from '../../src/architecture/cut';
import type { ArchitectureDocument } from '../../src/architecture/document';
import {
  type CallBundle,
  type CanvasGraph,
  clientsNodeId,
  type GraphUnit,
  moduleNodeId,
} from '../../src/canvas/canvas-graph';
import { placedBoxes } from '../../src/canvas/canvas-layout';
import { canvasRoutesOf, plannedWays } from '../../src/canvas/canvas-routes';
import { type DrawingForm, graphOf, layoutOf, unitFormOf } from '../../src/canvas/drawing-form';
import { type CallWays, shownWays } from '../../src/canvas/kept-ways';
import {
  type Box,
  bottom,
  contains,
  overlaps,
  type Point,
  right,
} from '../../src/canvas/layout/box';
import { type Curve, pointOn } from '../../src/canvas/layout/edge-route';
import { largeLayout } from '../../src/canvas/layout/large-layout';
import { isPlain } from '../../src/canvas/plain-rows';
import type { KeptWays } from '../../src/workspace/ways';

/** What must be known of a drawing to look at its lines. */
export interface DrawnCalls {
  graph: {
    units: readonly Pick<GraphUnit, 'nodeId'>[];
    bundles: readonly Pick<CallBundle, 'id' | 'fromId' | 'toId' | 'isInner'>[];
  };
  boxes: Map<string, Box>;
  routes: readonly (readonly Curve[])[];
}

export interface Drawn extends DrawnCalls {
  graph: CanvasGraph;
}

/** `places`: where nodes were moved to. `kept`: the ways that calls kept through a cut. */
export function draw(
  document: ArchitectureDocument,
  deploymentId: string,
  form: DrawingForm = 'below',
  places: ReadonlyMap<string, Point> = new Map(),
  kept?: KeptWays,
): Drawn & { ways: CallWays } {
  const cut = cutOf(document, deploymentId);
  const graph = graphOf(document, cut, form, new Set(['payment']));
  const layout = layoutOf(graph, form, isPlain(document, cut) ? null : largeLayout);
  const boxes = placedBoxes(graph, layout, places);
  const shown = shownWays(unitFormOf(form), kept);
  const routes = canvasRoutesOf(graph, boxes, layout, shown);
  return { graph, boxes, routes, ways: plannedWays(graph, routes, layout, shown) };
}

export function standingBoxes({ graph, boxes }: DrawnCalls): [string, Box][] {
  const ids = [clientsNodeId, ...graph.units.map(({ nodeId }) => nodeId)];
  return ids.map((id) => [id, boxes.get(id)] as [string, Box]);
}

export function overlapping(named: readonly [string, Box][]): string[] {
  return named.flatMap(([id, box], index) =>
    named
      .slice(index + 1)
      .filter(([, other]) => overlaps(box, other))
      .map(([otherId]) => `${id} over ${otherId}`),
  );
}

export function modulesOutsideTheirHull({ graph, boxes }: Drawn): string[] {
  return graph.units.flatMap((unit) => {
    if (unit.shape !== 'hull') return [];
    const hull = boxes.get(unit.nodeId) as Box;
    const named = unit.modules.map(({ id }) => [id, boxes.get(moduleNodeId(id))] as [string, Box]);
    const outside = named.filter(([, box]) => !contains(hull, box)).map(([id]) => id);
    return [...outside, ...overlapping(named)];
  });
}

/** A call between units as the straight pieces of which it is drawn. */
interface Line {
  id: string;
  fromId: string;
  toId: string;
  points: readonly Point[];
  bounds: Box;
}

/** So many pieces for each curve of a line. */
const pieces = 24;

function linesOf({ graph, routes }: DrawnCalls): Line[] {
  return graph.bundles.flatMap(({ id, fromId, toId, isInner }, index) => {
    if (isInner || routes[index].length === 0) return [];
    const points = routes[index].flatMap(pointsOf);
    const x = Math.min(...points.map((point) => point.x));
    const y = Math.min(...points.map((point) => point.y));
    const width = Math.max(...points.map((point) => point.x)) - x;
    const height = Math.max(...points.map((point) => point.y)) - y;
    return [{ id, fromId, toId, points, bounds: { x, y, width, height } }];
  });
}

function pointsOf(curve: Curve): Point[] {
  return Array.from({ length: pieces + 1 }, (_, step) => pointOn(curve, step / pieces));
}

/** Calls between units that run through a box which is neither of their ends. */
export function callsThroughBoxes(drawn: DrawnCalls): string[] {
  const standing = standingBoxes(drawn);
  return linesOf(drawn).flatMap(({ id, fromId, toId, points, bounds }) =>
    standing
      .filter(([other, box]) => other !== fromId && other !== toId && overlaps(box, bounds, 1))
      .filter(([, box]) => points.some((point) => isInside(box, point)))
      .map(([other]) => `${id} through ${other}`),
  );
}

export function isInside(box: Box, { x, y }: Point): boolean {
  const margin = 0.01;
  return (
    x > box.x + margin && x < right(box) - margin && y > box.y + margin && y < bottom(box) - margin
  );
}

/** Pairs of calls between units that cross each other, those of one box included. */
export function crossings(drawn: DrawnCalls): string[] {
  const lines = linesOf(drawn);
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => overlaps(one.bounds, other.bounds, 1) && cross(one.points, other.points))
      .map((other) => `${one.id} with ${other.id}`),
  );
}

function cross(one: readonly Point[], other: readonly Point[]): boolean {
  for (let a = 0; a + 1 < one.length; a += 1) {
    for (let b = 0; b + 1 < other.length; b += 1) {
      if (areCrossing(one[a], one[a + 1], other[b], other[b + 1])) return true;
    }
  }
  return false;
}

/** Whether the straight pieces from `a` to `b` and from `c` to `d` cross. */
function areCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) {
    return false;
  }
  return liesAcross(a, b, c, d) && liesAcross(c, d, a, b);
}

/** Whether `c` and `d` lie on either side of the line through `a` and `b`. */
function liesAcross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = ({ x, y }: Point) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  return side(c) * side(d) < -1e-6;
}
