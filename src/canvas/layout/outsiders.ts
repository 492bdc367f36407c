/**
 * What stands beside a framed group instead of below it: the nodes that only
 * the group calls, directly or through one another.
 */
import { type Box, bottom, right, unionOf } from './box';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';

export function outsidersOf(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): ReadonlySet<string> {
  const inGroup = new Set(nodes.flatMap(({ id, groupId }) => (groupId === undefined ? [] : [id])));
  const outside = new Set<string>();
  for (let isGrowing = inGroup.size > 0; isGrowing; ) {
    isGrowing = false;
    for (const { id, ownerId } of nodes) {
      if (inGroup.has(id) || outside.has(id)) continue;
      const callers = links.filter(({ toId, fromId }) => toId === id && fromId !== id);
      const isOurs =
        (callers.length > 0 &&
          callers.every(({ fromId }) => inGroup.has(fromId) || outside.has(fromId))) ||
        (ownerId !== undefined && outside.has(ownerId));
      if (!isOurs) continue;
      outside.add(id);
      isGrowing = true;
    }
  }
  return outside;
}

/** Moves the boxes of the outsiders to the right of the group, below the lowest of the group that calls them. */
export function besideGroup(
  inside: ReadonlyMap<string, Box>,
  outside: ReadonlyMap<string, Box>,
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  { columnGap, rowGap, groupGap }: LayoutSpacing,
): Map<string, Box> {
  const group = unionOf(
    nodes.flatMap(({ id, groupId }) => (groupId === undefined ? [] : (inside.get(id) ?? []))),
  );
  const callers = links.flatMap(({ fromId, toId }) =>
    outside.has(toId) ? (inside.get(fromId) ?? []) : [],
  );
  const x = right(group) + groupGap + columnGap;
  const y = Math.max(...callers.map(bottom)) + rowGap;
  const boxes = new Map(inside);
  for (const [id, box] of outside) boxes.set(id, { ...box, x: box.x + x, y: box.y + y });
  return boxes;
}
