/** The layout of what is not small, with the ways of its calls. Loaded with the first drawing that needs it. */
import { type Box, unionOf } from './box';
import { type Curve, crosses } from './edge-route';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import type { PlannedRoute } from './planned-route';
import { treeLayout } from './tree-layout';
import { webLayout } from './web-layout';

export interface PlannedLayout {
  boxes: Map<string, Box>;
  /** What the planned ways take up; some lead around the boxes. */
  reach: Box;
  /** The planned ways by `fromId>toId`, but for those to or from a box that was moved, or with one in the way. */
  routesAmong(boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, readonly Curve[]>;
}

/** Where the nodes of a diagram stand, and the ways between them. */
export type LargeLayout = (
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
) => PlannedLayout;

export const largeLayout: LargeLayout = (nodes, links, spacing) => {
  const { boxes, routes } = treeLayout(nodes, links, spacing) ?? webLayout(nodes, links, spacing);
  return {
    boxes,
    reach: reachOf(routes),
    routesAmong: (present) => routesLeft(routes, boxes, present),
  };
};

function reachOf(routes: readonly PlannedRoute[]): Box {
  const ends = routes.flatMap(({ curves }) =>
    curves.map(({ to }) => ({ ...to, width: 0, height: 0 })),
  );
  return unionOf(ends);
}

function routesLeft(
  routes: readonly PlannedRoute[],
  planned: ReadonlyMap<string, Box>,
  present: ReadonlyMap<string, Box>,
): ReadonlyMap<string, readonly Curve[]> {
  const moved = new Map(
    [...planned].flatMap(([id, { x, y }]) => {
      const box = present.get(id);
      return box === undefined || (box.x === x && box.y === y) ? [] : [[id, box] as const];
    }),
  );
  const holds = ({ fromId, toId, curves }: PlannedRoute) =>
    !moved.has(fromId) &&
    !moved.has(toId) &&
    ![...moved.values()].some((box) => curves.some((curve) => crosses(curve, box)));
  const left = routes.filter(holds);
  return new Map(left.map(({ fromId, toId, curves }) => [`${fromId}>${toId}`, curves]));
}
