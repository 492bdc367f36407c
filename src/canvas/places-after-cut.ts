/**
 * Where everything stands after a change of the cut. What was there stays where the reader knows it,
 * and makes room where something has grown; what is new takes a free place near those it calls and is
 * called by. Loaded when somebody cuts.
 */
import { cutOf } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import type { Position } from '../workspace/positions';
import type { RecutResult } from '../workspace/recut/recut';
import {
  type CanvasGraph,
  canvasGraphOf,
  clientsNodeId,
  isSmallForm,
  moduleNodeId,
  unitNodeId,
} from './canvas-graph';
import { canvasLayoutOf, placedBoxes } from './canvas-layout';
import { freePlace } from './free-place';
import { type Box, overlaps, type Point } from './layout/box';
import { largeLayout } from './layout/large-layout';
import { withGrown } from './layout/room';
import { clientsSizes, measureOf, type Size, withinHull } from './measures';
import { keptPlaces } from './placing';
import { isPlain } from './plain-rows';
import type { StandingParts } from './standing-parts';

type Places = Readonly<Record<string, Position>>;

/** A diagram before it is cut. */
export interface CutBefore {
  document: ArchitectureDocument;
  deploymentId: string;
  /** Where the reader put things, by node id. */
  positions: Places;
  /** As the page shows it; `undefined` where it does not. */
  shown: StandingParts | undefined;
}

/** More units have only planned ways without many crossings: nobody knows all their places by heart. */
const keptUnitsMax = 200;

/**
 * By node id, as places are kept. `at`: the middle of what the reader let go of, in the diagram that is
 * shown. `null` leaves all to the layout: where the reader knows no places but those of a small pane, and
 * where there are very many, of which none was ever moved.
 */
export function placesAfterCut(
  before: CutBefore,
  { document, deploymentId, unit, origin }: RecutResult,
  at: Point | null,
): Places | null {
  const isSeen = before.shown !== undefined && !isSmallForm(before.shown.form);
  const stood = isSeen ? before.shown : movedParts(before);
  if (stood === undefined) return null;
  const cut = cutOf(document, deploymentId);
  const isPlaced = at !== null || Object.keys(before.positions).length > 0;
  if (!isPlaced && cut.units.length > keptUnitsMax) return null;
  const graph = canvasGraphOf(document, cut, stood.form);
  const cameId = origin === null ? null : unitNodeId(unit.id);
  const dropped = cameId === null || at === null || !isSeen ? null : { id: cameId, at };
  const hangingAt = ownersBefore(before);
  const boxes = boxesAfter(stood, graph, hangingAt, dropped);
  const places = [...boxes].map(([id, { x, y }]) => [id, { x, y }] as const);
  return {
    ...keptPlaces(stood.form, Object.fromEntries(places)),
    ...modulePlaces(canvasGraphOf(document, cut), before.positions),
  };
}

/** Of a diagram that is not seen in full, if the reader has moved anything in it. */
function movedParts({ document, deploymentId, positions }: CutBefore): StandingParts | undefined {
  const places = new Map(Object.entries(positions));
  if (places.size === 0) return undefined;
  const cut = cutOf(document, deploymentId);
  const graph = canvasGraphOf(document, cut);
  const layout = canvasLayoutOf(graph, 'below', isPlain(document, cut) ? null : largeLayout);
  return { form: 'whole', boxes: placedBoxes(graph, layout, places), paneAspect: 1 };
}

/** What hung at what while it stood so. */
function ownersBefore({ document, deploymentId }: CutBefore): Map<string, string | undefined> {
  const { units } = canvasGraphOf(document, cutOf(document, deploymentId));
  return new Map(units.map(({ nodeId, ownerId }) => [nodeId, ownerId]));
}

interface Dropped {
  id: string;
  /** Where its middle was let go of. */
  at: Point;
}

function boxesAfter(
  { form, boxes: stood, paneAspect }: StandingParts,
  graph: CanvasGraph,
  hangingAt: ReadonlyMap<string, string | undefined>,
  dropped: Dropped | null,
): Map<string, Box> {
  const sizes = new Map([
    [clientsNodeId, clientsSizes[form]] as const,
    ...graph.units.map((unit) => [unit.nodeId, measureOf(unit).size] as const),
  ]);
  const kept = new Map<string, Box>();
  const grown: string[] = [];
  for (const [id, size] of sizes) {
    const box = stood.get(id);
    if (box === undefined) continue;
    const hasGrown = size.width > box.width || size.height > box.height;
    if (hasGrown) grown.push(id);
    kept.set(id, hasGrown ? box : belowTop(box, size));
  }
  const boxes = new Map(
    grown.reduce<ReadonlyMap<string, Box>>(
      (standing, id) => withGrown(standing, id, sizes.get(id) as Size, hangingAt),
      kept,
    ),
  );
  for (const [id, size] of sizes) {
    if (boxes.has(id)) continue;
    const wish = id === dropped?.id ? aroundMiddle(dropped.at, size) : null;
    boxes.set(id, { ...freePlace({ id, size, wish, paneAspect }, boxes, graph), ...size });
  }
  return boxes;
}

/** Calls come from above: the middle of the upper side stays where it was. */
function belowTop({ x, y, width }: Box, size: Size): Box {
  return { x: x + (width - size.width) / 2, y, ...size };
}

function aroundMiddle({ x, y }: Point, { width, height }: Size): Point {
  return { x: x - width / 2, y: y - height / 2 };
}

/** Modules that the reader put somewhere stay there, in hulls in which all still have room. */
function modulePlaces({ units }: CanvasGraph, positions: Places): Places {
  const places = units.flatMap((unit) => {
    const { size, modules } = measureOf(unit);
    const placed = modules.map((box, index) => {
      const id = moduleNodeId(unit.modules[index].id);
      const wish = positions[id];
      const place = wish && withinHull({ ...box, ...wish }, unit.form, size);
      return { id, place, box: { ...box, ...place } };
    });
    const isTight = placed.some(({ box }, index) =>
      placed.slice(index + 1).some((other) => overlaps(box, other.box)),
    );
    return isTight ? [] : placed.flatMap(({ id, place }) => (place ? [[id, place] as const] : []));
  });
  return Object.fromEntries(places);
}
