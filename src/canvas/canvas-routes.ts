/** The curves of all calls for the present places of the boxes. */
import type { CanvasGraph } from './canvas-graph';
import { moduleNodeId } from './canvas-graph';
import type { CanvasLayout } from './canvas-layout';
import type { Box } from './layout/box';
import { type Curve, routeOf } from './layout/edge-route';
import { portsOf } from './layout/ports';

/** By index into `graph.bundles`; empty where a box is missing. Ways that `layout` planned come first. */
export function canvasRoutesOf(
  graph: CanvasGraph,
  boxes: ReadonlyMap<string, Box>,
  layout?: CanvasLayout,
): (readonly Curve[])[] {
  const planned = layout?.routesAmong?.(boxes);
  const curves = graph.bundles.map(({ id }): readonly Curve[] => planned?.get(id) ?? []);
  const moduleIds = new Set(
    graph.units.flatMap((unit) =>
      unit.shape === 'hull' ? unit.modules.map(({ id }) => moduleNodeId(id)) : [],
    ),
  );
  const standing = new Map([...boxes].filter(([id]) => !moduleIds.has(id)));
  routeAmong(graph, (bundle) => !bundle.isInner, standing, curves);
  for (const unit of graph.units) {
    if (unit.innerLinks.length === 0) continue;
    const ids = unit.modules.map(({ id }) => moduleNodeId(id));
    const inside = new Map([...boxes].filter(([id]) => ids.includes(id)));
    routeAmong(graph, (bundle) => bundle.isInner && ids.includes(bundle.fromId), inside, curves);
  }
  return curves;
}

function routeAmong(
  graph: CanvasGraph,
  isWanted: (bundle: CanvasGraph['bundles'][number]) => boolean,
  boxes: ReadonlyMap<string, Box>,
  curves: (readonly Curve[])[],
): void {
  const indices = graph.bundles.flatMap((bundle, index) =>
    isWanted(bundle) && curves[index].length === 0 ? [index] : [],
  );
  const links = indices.flatMap((index) => graph.bundles[index] ?? []);
  const ends = portsOf(links, boxes);
  indices.forEach((bundleIndex, index) => {
    const end = ends[index];
    if (end === undefined) return;
    const obstacles = [...boxes.values()].filter((box) => box !== end.from && box !== end.to);
    curves[bundleIndex] = routeOf(end, obstacles);
  });
}
