/**
 * A free place for one part of a diagram in which all others stay: of those in line with what stands,
 * the one at which few calls cross, none runs through a box, and the part is near those it calls and is
 * called by. Those that look best are drawn to be compared.
 */
import type { CanvasGraph } from './canvas-graph';
import { type Box, bottom, centerX, centerY, overlaps, type Point, right } from './layout/box';
import { withRoom } from './layout/room';
import { spacings } from './measures';
import {
  costOf,
  drawnCost,
  linesFarFrom,
  type Seeker,
  type StandingDrawing,
  type View,
  viewOf,
} from './place-cost';

/** The others in line with which a place is looked for, besides the neighbours. */
const anchorsMax = 16;
/** So many places are drawn at most; fewer, or none, where for each many lines and boxes would have to be looked at. */
const drawnMax = 24;
const lookedAtMax = 60_000;
/** Looking at another line takes about as long as looking at so many boxes. */
const boxesPerLine = 4;

/** Its upper left corner: `seeker.wish` if that is free. */
export function freePlace(seeker: Seeker, standing: StandingDrawing, graph: CanvasGraph): Point {
  const { size, wish } = seeker;
  const others = [...standing.boxes.values()];
  const taken = others.map(withRoom);
  const isFree = (place: Point) => {
    const own = withRoom({ ...place, ...size });
    return !taken.some((other) => overlaps(own, other));
  };
  if (wish !== null && isFree(wish)) return wish;
  if (others.length === 0) return { x: 0, y: 0 };
  const view = viewOf(seeker, standing, graph);
  const ranked = placesBeside(view)
    .filter(isFree)
    .map((place) => ({ place, cost: costOf(view, place) }))
    .sort((a, b) => a.cost - b.cost);
  const drawnCount = drawnCountIn(view);
  const farLines = drawnCount === 0 ? [] : linesFarFrom(view);
  let best = { place: ranked[0].place, cost: Number.POSITIVE_INFINITY };
  for (const { place, cost } of ranked.slice(0, drawnCount)) {
    if (cost >= best.cost) break;
    const drawn = cost + drawnCost(view, place, farLines);
    if (drawn < best.cost) best = { place, cost: drawn };
  }
  return best.place;
}

function drawnCountIn({ near, far, others }: View): number {
  const lookedAt = near.length * (others.length + boxesPerLine * (near.length + far.length));
  return Math.min(drawnMax, Math.floor(lookedAtMax / Math.max(1, lookedAt)));
}

/** In line with neighbours and with what is near, in all their rows and columns and outside of all. */
function placesBeside(view: View): Point[] {
  const { seeker, graph, others, callers, callees, owner, whole } = view;
  const { size, wish } = seeker;
  const { width, height } = size;
  const aim = aimOf(view);
  const nearest = [...others]
    .sort((a, b) => distance(aim, a) - distance(aim, b))
    .slice(0, anchorsMax);
  const anchors = [...new Set([...callers, ...callees, ...nearest]), whole];
  const { rowGap, columnGap, footGap } = spacings[graph.units[0]?.form ?? 'whole'];
  const xs = [
    aim.x - width / 2,
    ...anchors.flatMap((box) => [
      box.x,
      centerX(box) - width / 2,
      right(box) - width,
      box.x - columnGap - width,
      right(box) + columnGap,
    ]),
  ];
  const ys = anchors.flatMap((box) => [
    box.y,
    centerY(box) - height / 2,
    bottom(box) + rowGap,
    box.y - rowGap - height,
  ]);
  if (owner !== undefined) ys.push(bottom(owner) + footGap);
  if (wish !== null) {
    xs.push(wish.x);
    ys.push(wish.y);
  }
  const rounded = (values: readonly number[]) => [...new Set(values.map(Math.round))];
  const columns = rounded(xs);
  return rounded(ys).flatMap((y) => columns.map((x) => ({ x, y })));
}

/** The middle of where it should stand, or of those that it calls and is called by. */
function aimOf({ seeker, callers, callees, whole }: View): Point {
  const { wish, size } = seeker;
  if (wish !== null) return { x: wish.x + size.width / 2, y: wish.y + size.height / 2 };
  const around = [...callers, ...callees];
  if (around.length === 0) return { x: centerX(whole), y: bottom(whole) };
  const mean = (of: (box: Box) => number) =>
    around.reduce((sum, box) => sum + of(box), 0) / around.length;
  return { x: mean(centerX), y: mean(centerY) };
}

function distance({ x, y }: Point, box: Box): number {
  return Math.abs(centerX(box) - x) + Math.abs(centerY(box) - y);
}
