/**
 * Which row each node stands in: one below the lowest of its callers (longest
 * path). A call that closes a circle does not count, so that every document
 * gets a drawing.
 */
import type { LayoutLink, LayoutNode } from './layout-graph';

/** Row number by node id, from 0. `nodes` come in reading order; links to unknown nodes are ignored. */
export function assignRows(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): Map<string, number> {
  const forward = forwardLinks(nodes, links);
  const order = callersFirst(nodes, forward);
  const rowOf = longestPaths(order, forward, new Map());
  return longestPaths(order, forward, belowGroups(nodes, forward, rowOf));
}

/** The links without those that lead back to an ancestor, self-calls and weak ones (but for nodes that nothing else reaches). */
function forwardLinks(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): Map<string, string[]> {
  const known = new Set(nodes.map((node) => node.id));
  const stronglyReached = new Set(links.filter((link) => !link.isWeak).map((link) => link.toId));
  const calls = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const { fromId, toId, isWeak } of links) {
    if (fromId === toId || !known.has(fromId) || !known.has(toId)) continue;
    if (isWeak && stronglyReached.has(toId)) continue;
    calls.get(fromId)?.push(toId);
  }
  return withoutCircles(nodes, calls);
}

function withoutCircles(
  nodes: readonly LayoutNode[],
  calls: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const forward = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  const done = new Set<string>();
  const onPath = new Set<string>();
  const visit = (id: string): void => {
    onPath.add(id);
    for (const toId of calls.get(id) ?? []) {
      if (onPath.has(toId)) continue;
      forward.get(id)?.push(toId);
      if (!done.has(toId)) visit(toId);
    }
    onPath.delete(id);
    done.add(id);
  };
  for (const node of nodes) if (!done.has(node.id)) visit(node.id);
  return forward;
}

function callersFirst(
  nodes: readonly LayoutNode[],
  forward: ReadonlyMap<string, readonly string[]>,
): string[] {
  const reversed: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    seen.add(id);
    for (const toId of forward.get(id) ?? []) if (!seen.has(toId)) visit(toId);
    reversed.push(id);
  };
  for (const node of nodes) if (!seen.has(node.id)) visit(node.id);
  return reversed.reverse();
}

function longestPaths(
  order: readonly string[],
  forward: ReadonlyMap<string, readonly string[]>,
  atLeast: ReadonlyMap<string, number>,
): Map<string, number> {
  const rowOf = new Map(order.map((id) => [id, atLeast.get(id) ?? 0]));
  for (const id of order) {
    const next = (rowOf.get(id) ?? 0) + 1;
    for (const toId of forward.get(id) ?? []) {
      rowOf.set(toId, Math.max(rowOf.get(toId) ?? 0, next));
    }
  }
  return rowOf;
}

/** Whatever a framed group calls outside must stand below all of the group, or the frame would run over it. */
function belowGroups(
  nodes: readonly LayoutNode[],
  forward: ReadonlyMap<string, readonly string[]>,
  rowOf: ReadonlyMap<string, number>,
): Map<string, number> {
  const groupOf = new Map(nodes.map((node) => [node.id, node.groupId]));
  const lastRowOf = new Map<string, number>();
  for (const { id, groupId } of nodes) {
    if (groupId === undefined) continue;
    lastRowOf.set(groupId, Math.max(lastRowOf.get(groupId) ?? 0, rowOf.get(id) ?? 0));
  }
  const atLeast = new Map<string, number>();
  for (const { id, groupId } of nodes) {
    if (groupId === undefined) continue;
    for (const toId of forward.get(id) ?? []) {
      if (groupOf.get(toId) === groupId) continue;
      atLeast.set(toId, Math.max(atLeast.get(toId) ?? 0, (lastRowOf.get(groupId) ?? 0) + 1));
    }
  }
  return atLeast;
}
