/** The layout of what is not small, with the ways of its calls. Loaded with the first drawing that needs it. */
import type { Box } from './box';
import { type Curve, crosses } from './edge-route';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import { type PlannedRoute, treeLayout } from './tree-layout';

export interface PlannedLayout {
  boxes: Map<string, Box>;
  /** The planned ways by `fromId>toId`, but for those to or from a box that was moved, or with one in the way. */
  routesAmong(boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, readonly Curve[]>;
}

/** `null` for what has to be laid out in rows. */
export type LargeLayout = (
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
) => PlannedLayout | null;

export const largeLayout: LargeLayout = (nodes, links, spacing) => {
  const drawing = treeLayout(nodes, links, spacing);
  if (drawing === null) return null;
  const { boxes, routes } = drawing;
  return { boxes, routesAmong: (present) => routesLeft(routes, boxes, present) };
};

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
