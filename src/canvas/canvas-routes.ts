/** The curves of all calls for the present places of the boxes. */
import type { CanvasGraph } from './canvas-graph';
import { moduleNodeId } from './canvas-graph';
import type { CanvasLayout } from './canvas-layout';
import { type CallWays, waysAmong } from './kept-ways';
import { type Box, grownBy } from './layout/box';
import { type Curve, liesAbove, routeOf } from './layout/edge-route';
import { portsOf } from './layout/ports';
import { twinWay } from './layout/twin-way';
import { reversed } from './layout/way';

/**
 * By index into `graph.bundles`; empty where a box is missing. Ways that were kept through a cut come first,
 * where there are none those that `layout` planned.
 */
export function canvasRoutesOf(
  graph: CanvasGraph,
  boxes: ReadonlyMap<string, Box>,
  layout?: CanvasLayout,
  kept?: CallWays,
): (readonly Curve[])[] {
  const moduleIds = new Set(
    graph.units.flatMap((unit) =>
      unit.shape === 'hull' ? unit.modules.map(({ id }) => moduleNodeId(id)) : [],
    ),
  );
  const standing = new Map([...boxes].filter(([id]) => !moduleIds.has(id)));
  const planned =
    kept === undefined || kept.size === 0
      ? layout?.routesAmong?.(boxes)
      : waysAmong(kept, graph.bundles, standing);
  const curves = graph.bundles.map(({ id }): readonly Curve[] => planned?.get(id) ?? []);
  routeAmong(graph, (bundle) => !bundle.isInner, standing, curves);
  for (const unit of graph.units) {
    if (unit.innerLinks.length === 0) continue;
    const ids = unit.modules.map(({ id }) => moduleNodeId(id));
    const inside = new Map([...boxes].filter(([id]) => ids.includes(id)));
    routeAmong(graph, (bundle) => bundle.isInner && ids.includes(bundle.fromId), inside, curves);
  }
  return curves;
}

/** Of calls between the customers and the units, in a drawing that has planned ways; of another one none. */
export function plannedWays(
  { bundles }: CanvasGraph,
  routes: readonly (readonly Curve[])[],
  layout: CanvasLayout,
  kept: CallWays,
): CallWays {
  if (kept.size === 0 && layout.routesAmong === undefined) return kept;
  return new Map(
    bundles.flatMap(({ id, isInner }, index) => (isInner ? [] : [[id, routes[index]] as const])),
  );
}

/** Two calls to and fro between the same nodes run so far to either side of their way, px. */
const twinAsidePx = 6;

function routeAmong(
  graph: CanvasGraph,
  isWanted: (bundle: CanvasGraph['bundles'][number]) => boolean,
  boxes: ReadonlyMap<string, Box>,
  curves: (readonly Curve[])[],
): void {
  const indices = graph.bundles.flatMap((bundle, index) =>
    isWanted(bundle) && curves[index].length === 0 ? [index] : [],
  );
  const pairs = pairsOf(indices, graph.bundles);
  const links = pairs.map(([index]) => graph.bundles[index]);
  portsOf(links, boxes).forEach((end, pairIndex) => {
    if (end === undefined) return;
    const pair = pairs[pairIndex];
    const asidePx = pair.length > 1 ? twinAsidePx : 0;
    const others = [...boxes.values()].filter((box) => box !== end.from && box !== end.to);
    const way = routeOf(
      end,
      others.map((box) => grownBy(box, asidePx)),
      asidePx,
    );
    const direction = liesAbove(end.from, end.to) ? 'down' : 'sideways';
    for (const index of pair) {
      const isAlong = boxes.get(graph.bundles[index].fromId) === end.from;
      const lane = twinWay(way, isAlong ? asidePx : -asidePx, direction);
      curves[index] = isAlong ? lane : reversed(lane);
    }
  });
}

/** Calls between the same two nodes, to and fro, share one way. */
function pairsOf(indices: readonly number[], bundles: CanvasGraph['bundles']): number[][] {
  const pairs = new Map<string, number[]>();
  for (const index of indices) {
    const { id, fromId, toId } = bundles[index];
    const twins = pairs.get(`${toId}>${fromId}`);
    if (twins === undefined) pairs.set(id, [index]);
    else twins.push(index);
  }
  return [...pairs.values()];
}
