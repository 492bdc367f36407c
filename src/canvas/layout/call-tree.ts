/** Who is called by whom alone: the trees of a drawing in which nobody has two callers. */
import type { LayoutLink, LayoutNode } from './layout-graph';

export interface CallTree {
  readonly id: string;
  readonly callees: readonly CallTree[];
}

/** One tree for everybody whom nobody calls; `null` where one has two callers, or calls go round in a circle. */
export function callTreesOf(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): CallTree[] | null {
  const callerOf = new Map<string, string>();
  const calleesOf = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { fromId, toId } of links) {
    if (callerOf.has(toId)) return null;
    callerOf.set(toId, fromId);
    calleesOf.get(fromId)?.push(toId);
  }
  let reachedCount = 0;
  const treeOf = (id: string): CallTree => {
    reachedCount += 1;
    return { id, callees: (calleesOf.get(id) ?? []).map(treeOf) };
  };
  const trees = nodes.filter(({ id }) => !callerOf.has(id)).map(({ id }) => treeOf(id));
  return reachedCount === nodes.length ? trees : null;
}
