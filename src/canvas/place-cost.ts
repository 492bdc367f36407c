/** What speaks against a place for a part of a diagram: as so many px of a longer call. */
import type { CallBundle, CanvasGraph } from './canvas-graph';
import { canvasRoutesOf } from './canvas-routes';
import type { CallWays } from './kept-ways';
import {
  type Box,
  bottom,
  centerX,
  centerY,
  grownBy,
  overlaps,
  type Point,
  unionOf,
} from './layout/box';
import { crossingCount, runsThrough } from './layout/line-counts';
import { type Trace, tracesOf } from './layout/line-crossings';
import { withRoom } from './layout/room';
import type { Size } from './measures';
import { clearPx } from './ways-after-cut';

export interface Seeker {
  id: string;
  size: Size;
  /** The upper left corner at which it should stand if it can; `null` anywhere near its neighbours. */
  wish: Point | null;
  /** Width by height of the pane that shows the whole. */
  paneAspect: number;
}

const costs = {
  crossing: 320,
  /** A call through a box, or a box in a call's way. */
  through: 400,
  /** A callee that does not stand below its caller. */
  upward: 140,
  /** In the frame of an application that it is no part of. */
  inFrame: 420,
  /** Nearness to who calls matters more than nearness to who is called. */
  caller: 1.3,
  /** For each px by which the whole grows, and by which a pane must show more of it, so that all gets smaller. */
  growth: 0.2,
  shrinking: 0.8,
  /** For each px away from where it should stand. */
  away: 6,
};

/** What stands already. */
export interface StandingDrawing {
  /** The customers and the other units. */
  boxes: ReadonlyMap<string, Box>;
  /** Of calls whose ways are known. */
  ways: CallWays;
}

/** What is the same for all places of a seeker. */
export interface View {
  seeker: Seeker;
  standing: StandingDrawing;
  graph: CanvasGraph;
  others: readonly Box[];
  callers: readonly Box[];
  callees: readonly Box[];
  owner: Box | undefined;
  /** Around all others. */
  whole: Box;
  /** Around the application, where the seeker is no part of it. */
  frame: Box | null;
  /** Calls that end where calls of the seeker do: their ways may change with its place. */
  near: readonly CallBundle[];
  far: readonly CallBundle[];
}

export function viewOf(seeker: Seeker, standing: StandingDrawing, graph: CanvasGraph): View {
  const { id } = seeker;
  const calls = graph.bundles.filter(({ isInner }) => !isInner);
  const own = calls.filter(({ fromId, toId }) => fromId === id || toId === id);
  const around = new Set(own.flatMap(({ fromId, toId }) => [fromId, toId]));
  const { boxes, ways } = standing;
  const isNear = ({ id: callId, fromId, toId }: CallBundle) =>
    !ways.has(callId) && (around.has(fromId) || around.has(toId));
  const unit = graph.units.find(({ nodeId }) => nodeId === id);
  const others = [...boxes.values()];
  return {
    seeker,
    standing,
    graph,
    others,
    callers: own.flatMap(({ fromId }) => (fromId === id ? [] : (boxes.get(fromId) ?? []))),
    callees: own.flatMap(({ toId }) => (toId === id ? [] : (boxes.get(toId) ?? []))),
    owner: boxes.get(unit?.ownerId ?? ''),
    whole: unionOf(others),
    frame: unit?.isInApplication ? null : applicationIn(graph, boxes),
    near: calls.filter(isNear),
    far: calls.filter((call) => !isNear(call)),
  };
}

function applicationIn({ units }: CanvasGraph, standing: ReadonlyMap<string, Box>): Box | null {
  const inside = units
    .filter(({ isInApplication }) => isInApplication)
    .flatMap(({ nodeId }) => standing.get(nodeId) ?? []);
  return inside.length < 2 ? null : unionOf(inside);
}

/** What a place costs before anything is drawn. */
export function costOf({ seeker, callers, callees, whole, frame }: View, place: Point): number {
  const box = { ...place, ...seeker.size };
  const grown = unionOf([whole, box]);
  const extent = ({ width, height }: Box) =>
    costs.growth * (width + height) + costs.shrinking * Math.max(width, height * seeker.paneAspect);
  let cost = extent(grown) - extent(whole);
  for (const caller of callers) cost += costs.caller * callCost(caller, box);
  for (const callee of callees) cost += callCost(box, callee);
  if (frame !== null && overlaps(withRoom(box), frame)) cost += costs.inFrame;
  const { wish } = seeker;
  if (wish !== null) cost += costs.away * (Math.abs(place.x - wish.x) + Math.abs(place.y - wish.y));
  return cost;
}

function callCost(from: Box, to: Box): number {
  const length =
    Math.abs(centerX(from) - centerX(to)) * 0.6 + Math.abs(centerY(from) - centerY(to));
  return length + (to.y < bottom(from) ? costs.upward : 0);
}

/** What the calls make of a place. */
export function drawnCost(view: View, place: Point, farLines: readonly Trace[]): number {
  const { seeker, standing, near, others } = view;
  const box = { ...place, ...seeker.size };
  const traces = linesOf(view, near, new Map(standing.boxes).set(seeker.id, box));
  const crossings = crossingCount(traces, traces) / 2 + crossingCount(traces, farLines);
  // Where it stood any closer, they would not keep their ways.
  const around = grownBy(box, clearPx + 1);
  const isThrough = (trace: Trace) => [box, ...others].some((other) => runsThrough(trace, other));
  const through =
    farLines.filter((trace) => runsThrough(trace, around)).length + traces.filter(isThrough).length;
  return costs.crossing * crossings + costs.through * through;
}

/** Of the calls that end elsewhere than those of the seeker. */
export function linesFarFrom(view: View): Trace[] {
  return linesOf(view, view.far, view.standing.boxes);
}

function linesOf(
  { graph, standing }: View,
  bundles: readonly CallBundle[],
  boxes: ReadonlyMap<string, Box>,
): Trace[] {
  const units = graph.units.map((unit) => ({ ...unit, innerLinks: [] }));
  const drawn = { units, bundles, bundleOfEdge: new Int32Array() };
  return tracesOf(canvasRoutesOf(drawn, boxes, undefined, standing.ways));
}
