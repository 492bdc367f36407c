/**
 * The places of nodes that nobody shares: trees of calls, drawn without a
 * crossing. One that is too wide for a page has whole subtrees on several shelves.
 */
import { type CallTree, callTreesOf } from './call-tree';
import { footOf } from './foot';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import type { PlannedDrawing } from './planned-route';
import { pageOf } from './shelves';
import { type BlockSetting, blockOf, type TreeBlock, type TreeFoot } from './tree-block';
import { curvesOf } from './way';

/** More than these would make a foot too wide: they stand on shelves instead. */
const hangingMax = 4;
/** Calls keep this far from corners and from what hangs, px. */
const cornerMargin = 16;
const hangingMargin = 8;
/** How much better a page must be filled for shelves narrower by half. */
const gainMin = 0.93;

/** `null` where somebody has several callers, or some are framed together. */
export function treeLayout(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
): PlannedDrawing | null {
  if (nodes.some(({ groupId }) => groupId !== undefined)) return null;
  const hangingAt = hangingByOwner(nodes);
  const isHanging = new Set([...hangingAt.values()].flat().map(({ id }) => id));
  const standing = nodes.filter(({ id }) => !isHanging.has(id));
  const calls = links.filter(({ fromId, toId }) => fromId !== toId && !isHanging.has(toId));
  const trees = callTreesOf(standing, calls);
  if (trees === null) return null;
  const callers = new Set(calls.map(({ fromId }) => fromId));
  const feet = new Map(
    standing.map((owner) => [
      owner.id,
      treeFootOf(owner, hangingAt.get(owner.id) ?? [], callers.has(owner.id), spacing),
    ]),
  );
  return drawn(fittest(trees, feet, spacing), feet, spacing);
}

function hangingByOwner(nodes: readonly LayoutNode[]): Map<string, LayoutNode[]> {
  const ids = new Set(nodes.map(({ id }) => id));
  const hangingAt = new Map<string, LayoutNode[]>();
  for (const node of nodes) {
    if (node.ownerId === undefined || !ids.has(node.ownerId)) continue;
    const hanging = hangingAt.get(node.ownerId);
    if (hanging === undefined) hangingAt.set(node.ownerId, [node]);
    else hanging.push(node);
  }
  for (const [ownerId, { length }] of hangingAt) {
    if (length > hangingMax) hangingAt.delete(ownerId);
  }
  return hangingAt;
}

function treeFootOf(
  owner: LayoutNode,
  hanging: readonly LayoutNode[],
  hasCalls: boolean,
  spacing: LayoutSpacing,
): TreeFoot {
  const foot = footOf(owner, hanging, hasCalls ? 3 : 0, spacing);
  const cluster = { x: 0, y: 0, width: foot.width, height: foot.height };
  const boxes = foot.placed(cluster, true, hasCalls);
  const own = boxes[0][1];
  const [, hung] = boxes[1] ?? [];
  const side =
    hung === undefined
      ? { from: own.x + cornerMargin, to: own.x + own.width - cornerMargin }
      : { from: own.x + hangingMargin, to: hung.x - hangingMargin };
  return { ...foot, ownerX: own.x, ownerWidth: own.width, ownerHeight: own.height, side };
}

/** The trees on shelves of the width that fills a page best; unbroken where they are no wider than one. */
function fittest(
  trees: readonly CallTree[],
  feet: ReadonlyMap<string, TreeFoot>,
  { rowGap, columnGap, rowWidthMax }: LayoutSpacing,
): TreeBlock[] {
  const blocksAt = (widthMax: number) => {
    const setting: BlockSetting = { feet, spacing: { rowGap, columnGap, widthMax } };
    return trees.map((tree) => blockOf(tree, setting));
  };
  const pageAt = (blocks: readonly TreeBlock[]) =>
    pageOf({
      width: blocks.reduce((sum, { width }) => sum + width + columnGap, -columnGap),
      height: Math.max(...blocks.map(({ height }) => height)),
    });
  let best = blocksAt(Number.POSITIVE_INFINITY);
  if (best.every(({ width }) => width <= rowWidthMax)) return best;
  let bestPage = pageAt(best);
  for (let widthMax = rowWidthMax; widthMax > 300; widthMax /= 2) {
    const blocks = blocksAt(widthMax);
    const page = pageAt(blocks);
    if (page > gainMin * bestPage) continue;
    best = blocks;
    bestPage = page;
  }
  return best;
}

function drawn(
  blocks: readonly TreeBlock[],
  feet: ReadonlyMap<string, TreeFoot>,
  { columnGap }: LayoutSpacing,
): PlannedDrawing {
  const drawing: PlannedDrawing = { boxes: new Map(), routes: [] };
  let x = 0;
  for (const block of blocks) {
    place(block, x, 0, feet, drawing);
    x += block.width + columnGap;
  }
  return drawing;
}

function place(
  block: TreeBlock,
  x: number,
  y: number,
  feet: ReadonlyMap<string, TreeFoot>,
  drawing: PlannedDrawing,
): void {
  const foot = feet.get(block.id);
  if (foot === undefined) return;
  const { width, height } = foot;
  const cluster = { x: x + block.clusterX, y, width, height };
  for (const [id, box] of foot.placed(cluster, true, block.callees.length > 0)) {
    drawing.boxes.set(id, box);
  }
  for (const callee of block.callees) {
    const way = callee.way.map((stretch) => ({
      x: x + stretch.x,
      top: y + stretch.top,
      bottom: y + stretch.bottom,
    }));
    drawing.routes.push({ fromId: block.id, toId: callee.block.id, curves: curvesOf(way) });
    place(callee.block, x + callee.x, y + callee.y, feet, drawing);
  }
}
