/**
 * Where everything stands after a change of the cut. What was there stays where the reader knows it,
 * and makes room where something has grown; what is new takes a free place near those it calls and is
 * called by. Loaded when somebody cuts.
 */
import { cutOf } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import type { Position } from '../workspace/positions';
import type { RecutResult } from '../workspace/recut/recut';
import type { KeptWays } from '../workspace/ways';
import {
  type CanvasGraph,
  canvasGraphOf,
  clientsNodeId,
  isSmallForm,
  moduleNodeId,
  unitNodeId,
} from './canvas-graph';
import { canvasLayoutOf, placedBoxes } from './canvas-layout';
import { canvasRoutesOf, plannedWays } from './canvas-routes';
import { freePlace } from './free-place';
import { type CallWays, keptWays, shownWays, waysAmong } from './kept-ways';
import { type Box, overlaps, type Point } from './layout/box';
import { largeLayout } from './layout/large-layout';
import { withGrown } from './layout/room';
import { clientsSizes, measureOf, type Size, withinHull } from './measures';
import { withNewWays } from './new-ways';
import { keptPlaces } from './placing';
import { isPlain } from './plain-rows';
import type { StandingParts } from './standing-parts';
import { carriedWays, clearPx } from './ways-after-cut';

type Places = Readonly<Record<string, Position>>;

/** How a diagram stands after a cut. */
export interface PlacedCut {
  /** By node id, as places are kept. */
  places: Places;
  /** `null` where all calls find their ways among the boxes. */
  ways: KeptWays | null;
}

/** A diagram before it is cut. */
export interface CutBefore {
  document: ArchitectureDocument;
  deploymentId: string;
  /** Where the reader put things, by node id. */
  positions: Places;
  /** The ways that calls kept in earlier cuts. */
  ways: KeptWays | undefined;
  /** As the page shows it; `undefined` where it does not. */
  shown: StandingParts | undefined;
}

/** Nobody knows the places of more units by heart, and to find another one among them takes long. */
const keptUnitsMax = 200;

/**
 * `at`: the middle of what the reader let go of, in the diagram that is
 * shown. `null` leaves all to the layout: where the reader knows no places but those of a small pane, and
 * where there are very many, of which none was ever moved.
 */
export function placesAfterCut(
  before: CutBefore,
  { document, deploymentId, unit, origin }: RecutResult,
  at: Point | null,
): PlacedCut | null {
  const isSeen = before.shown !== undefined && !isSmallForm(before.shown.form);
  const stood = isSeen ? before.shown : movedParts(before);
  if (stood === undefined) return null;
  const cut = cutOf(document, deploymentId);
  const isPlaced = at !== null || Object.keys(before.positions).length > 0;
  if (!isPlaced && cut.units.length > keptUnitsMax) return null;
  const graph = canvasGraphOf(document, cut, stood.form);
  const cameId = origin === null ? null : unitNodeId(unit.id);
  const dropped = cameId === null || at === null || !isSeen ? null : { id: cameId, at };
  const { boxes, ways } = standingAfter(stood, graph, ownersBefore(before), dropped);
  const places = [...boxes].map(([id, { x, y }]) => [id, { x, y }] as const);
  return {
    places: {
      ...keptPlaces(stood.form, Object.fromEntries(places)),
      ...modulePlaces(canvasGraphOf(document, cut), before.positions),
    },
    ways: ways.size === 0 ? null : keptWays(stood.form, ways),
  };
}

/** Of a diagram that is not seen in full, if the reader has moved anything in it. */
function movedParts({
  document,
  deploymentId,
  positions,
  ways,
}: CutBefore): StandingParts | undefined {
  const places = new Map(Object.entries(positions));
  if (places.size === 0) return undefined;
  const cut = cutOf(document, deploymentId);
  const graph = canvasGraphOf(document, cut);
  const layout = canvasLayoutOf(graph, 'below', isPlain(document, cut) ? null : largeLayout);
  const boxes = placedBoxes(graph, layout, places);
  const kept = shownWays('whole', ways);
  const routes = canvasRoutesOf(graph, boxes, layout, kept);
  return { form: 'whole', boxes, ways: plannedWays(graph, routes, layout, kept), paneAspect: 1 };
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

function standingAfter(
  { form, boxes: stood, ways: before, paneAspect }: StandingParts,
  graph: CanvasGraph,
  hangingAt: ReadonlyMap<string, string | undefined>,
  dropped: Dropped | null,
): { boxes: Map<string, Box>; ways: CallWays } {
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
  const calls = graph.bundles.filter(({ isInner }) => !isInner);
  const carried = carriedWays(before, calls, stood, boxes, grown[0]);
  for (const [id, size] of sizes) {
    if (boxes.has(id)) continue;
    const wish = id === dropped?.id ? aroundMiddle(dropped.at, size) : null;
    const place = freePlace({ id, size, wish, paneAspect }, { boxes, ways: carried }, graph);
    boxes.set(id, { ...place, ...size });
  }
  const ways = waysAmong(carried, calls, boxes, -clearPx);
  return { boxes, ways: withNewWays(ways, graph, boxes) };
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
