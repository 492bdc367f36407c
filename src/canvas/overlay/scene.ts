/** What the overlay paints on: the places of doors, slots and paths in the drawing's own pixels. */
import type { CanvasGraph, UnitForm } from '../canvas-graph';
import type { CanvasLayout } from '../canvas-layout';
import { type Box, overlaps, type Point } from '../layout/box';
import type { Curve } from '../layout/edge-route';
import { type PathTable, samplePath } from '../layout/path-table';
import type { SlotArea } from '../measures';

export interface SceneUnit {
  unitIndex: number;
  box: Box;
  slots: SlotArea | null;
  /** Where requests come in, on the upper side. */
  door: Point;
  /** Another unit lies below this one: its paint must be wiped away here. */
  isOverOther: boolean;
}

export interface Scene {
  deploymentId: string;
  journeyCount: number;
  /** A card that is carried over others: nothing is painted on it. */
  carried: Box | null;
  /** Below this zoom slots and queues are too small to be told. */
  slotZoomMin: number;
  /** From the lowest to the uppermost. */
  units: readonly SceneUnit[];
  /** By index into the graph's bundles; `null` without a path. */
  paths: readonly (PathTable | null)[];
  isInner: readonly boolean[];
  /** Of all calls over the network together, px of the drawing. */
  callsLengthPx: number;
  /** How long a request is seen on each path, ms of the watcher. */
  travelMs: readonly number[];
  /** Index into `paths` by call edge. */
  bundleOfEdge: Int32Array;
  edgesOfBundle: readonly (readonly number[])[];
}

export interface SceneParts {
  deploymentId: string;
  journeyCount: number;
  graph: CanvasGraph;
  layout: CanvasLayout;
  boxes: ReadonlyMap<string, Box>;
  routes: readonly (readonly Curve[])[];
  /** Node that lies above all others: the selected one. */
  upperId: string | null;
  /** Module node that is being dragged. */
  carriedId: string | null;
}

/** A small form has little else to show, a thumbnail nothing. */
const slotZoomMins: Readonly<Record<UnitForm, number>> = {
  whole: 0.55,
  broad: 0.55,
  compact: 0.3,
  tiny: 0,
};

export function sceneOf(parts: SceneParts): Scene {
  const { graph, layout, boxes, routes } = parts;
  const doors = doorsOf(graph, routes);
  const ordered = [...graph.units].sort(
    (a, b) => Number(a.nodeId === parts.upperId) - Number(b.nodeId === parts.upperId),
  );
  const below: Box[] = [];
  const units = ordered.flatMap((unit): SceneUnit[] => {
    const box = boxes.get(unit.nodeId);
    if (box === undefined) return [];
    const isOverOther = below.some((other) => overlaps(other, box, 20));
    below.push(box);
    return [
      {
        unitIndex: unit.unitIndex,
        box,
        slots: layout.measures.get(unit.unitIndex)?.slots ?? null,
        door: doors.get(unit.nodeId) ?? { x: box.x + box.width / 2, y: box.y },
        isOverOther,
      },
    ];
  });
  const paths = routes.map((curves) => (curves.length === 0 ? null : samplePath(curves)));
  return {
    deploymentId: parts.deploymentId,
    journeyCount: parts.journeyCount,
    carried: parts.carriedId === null ? null : (boxes.get(parts.carriedId) ?? null),
    slotZoomMin: slotZoomMins[graph.units[0]?.form ?? 'whole'],
    units,
    paths,
    callsLengthPx: paths.reduce(
      (sum, path, index) => sum + (graph.bundles[index].isInner ? 0 : (path?.lengthPx ?? 0)),
      0,
    ),
    travelMs: paths.map((path) => travelMsOf(path?.lengthPx ?? 0)),
    isInner: graph.bundles.map((bundle) => bundle.isInner),
    bundleOfEdge: graph.bundleOfEdge,
    edgesOfBundle: graph.bundles.map((bundle) => bundle.edgeIndices),
  };
}

/** By unit node: the leftmost of the calls that come in from above. */
function doorsOf(graph: CanvasGraph, routes: readonly (readonly Curve[])[]): Map<string, Point> {
  const doors = new Map<string, Point>();
  graph.bundles.forEach((bundle, index) => {
    const last = routes[index].at(-1);
    if (bundle.isInner || last === undefined || last.control2.x !== last.to.x) return;
    const known = doors.get(bundle.toId);
    if (known === undefined || last.to.x < known.x) doors.set(bundle.toId, last.to);
  });
  return doors;
}

const travelMsMin = 220;
/** No request is on its way for longer, in the watcher's time, ms. */
export const travelMsMax = 520;

/** A longer way takes longer, but less than in proportion: all stay easy to follow with the eye. */
export function travelMsOf(lengthPx: number): number {
  return Math.min(travelMsMax, Math.max(travelMsMin, 120 + 2.2 * lengthPx));
}
