/**
 * Places of the clusters: rows one below the other; within a row each cluster
 * is drawn towards the middle of its neighbours, as far as the others leave
 * room. Rows of a group keep away from the others by the room of its frame.
 */
import { type Box, centerX, right, unionOf } from './box';
import type { Foot } from './foot';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';

/** `passes`: how often each row is drawn towards its neighbours, down and up in turn. */
export function placeInRows(
  rows: readonly (readonly string[])[],
  feet: ReadonlyMap<string, Foot>,
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
  passes = 24,
): Map<string, Box> {
  const boxes = stacked(rows, feet, nodes, spacing);
  const weightOf = new Map<string, Map<string, number>>();
  for (const { fromId, toId, isWeak, pull } of links) {
    const weight = pull ?? (isWeak ? 0.25 : 1);
    addWeight(weightOf, fromId, toId, weight);
    addWeight(weightOf, toId, fromId, weight);
  }
  const widest = widestRow(rows, boxes);
  for (let pass = 0; pass < passes; pass += 1) {
    const order = pass % 2 === 0 ? rows : [...rows].reverse();
    for (const row of order) {
      alignRow(row, boxes, weightOf, spacing.columnGap);
      keepWithin(row, widest, boxes);
    }
  }
  for (const row of rows.slice(0, rows.indexOf(widest))) centerAbove(row, widest, boxes);
  return fromOrigin(boxes);
}

/** Callers above the widest row stand half-way to its middle: straighter lines than in the very middle, more balance than at its side. */
function centerAbove(
  row: readonly string[],
  widest: readonly string[],
  boxes: ReadonlyMap<string, Box>,
): void {
  const shift = (centerX(spanOf(widest, boxes)) - centerX(spanOf(row, boxes))) / 2;
  for (const id of row) {
    const box = boxes.get(id);
    if (box !== undefined) box.x += shift;
  }
}

function addWeight(
  weightOf: Map<string, Map<string, number>>,
  id: string,
  otherId: string,
  weight: number,
): void {
  const around = weightOf.get(id) ?? new Map<string, number>();
  weightOf.set(id, around);
  around.set(otherId, (around.get(otherId) ?? 0) + weight);
}

function stacked(
  rows: readonly (readonly string[])[],
  feet: ReadonlyMap<string, Foot>,
  nodes: readonly LayoutNode[],
  { rowGap, columnGap, groupGap }: LayoutSpacing,
): Map<string, Box> {
  const groupOf = new Map(nodes.map((node) => [node.id, node.groupId]));
  const boxes = new Map<string, Box>();
  let y = 0;
  let groupAbove: string | undefined;
  for (const row of rows) {
    const group = row.map((id) => groupOf.get(id)).find((id) => id !== undefined);
    if (group !== groupAbove) y += groupGap;
    groupAbove = group;
    const total = row.reduce((sum, id) => sum + (feet.get(id)?.width ?? 0) + columnGap, -columnGap);
    let x = -total / 2;
    let height = 0;
    for (const id of row) {
      const foot = feet.get(id);
      if (foot === undefined) continue;
      boxes.set(id, { x, y, width: foot.width, height: foot.height });
      x += foot.width + columnGap;
      height = Math.max(height, foot.height);
    }
    y += height + rowGap;
  }
  return boxes;
}

/**
 * Moves each box of a row as near as possible to the mean of its neighbours,
 * keeping order and gaps (pool adjacent violators: boxes that would collide
 * move as one block to the mean of their wishes).
 */
function alignRow(
  row: readonly string[],
  boxes: Map<string, Box>,
  weightOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
  gap: number,
): void {
  const blocks: { count: number; wish: number; weight: number; width: number }[] = [];
  for (const id of row) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    let block = { count: 1, ...wishOf(id, box, boxes, weightOf), width: box.width };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.wish + last.width + gap <= block.wish) break;
      blocks.pop();
      const weight = last.weight + block.weight;
      const shifted = block.wish - last.width - gap;
      block = {
        count: last.count + block.count,
        wish: (last.wish * last.weight + shifted * block.weight) / weight,
        weight,
        width: last.width + gap + block.width,
      };
    }
    blocks.push(block);
  }
  const standing = row.flatMap((id) => boxes.get(id) ?? []);
  let first = 0;
  for (const { count, wish } of blocks) {
    let x = wish;
    for (const box of standing.slice(first, first + count)) {
      box.x = x;
      x += box.width + gap;
    }
    first += count;
  }
}

function spanOf(row: readonly string[], boxes: ReadonlyMap<string, Box>): Box {
  return unionOf(row.flatMap((id) => boxes.get(id) ?? []));
}

function widestRow(
  rows: readonly (readonly string[])[],
  boxes: ReadonlyMap<string, Box>,
): readonly string[] {
  return rows.reduce(
    (widest, row) => (spanOf(row, boxes).width > spanOf(widest, boxes).width ? row : widest),
    [] as readonly string[],
  );
}

/** A shorter row stays above or below the widest one, so that the drawing does not grow sideways. */
function keepWithin(
  row: readonly string[],
  widest: readonly string[],
  boxes: ReadonlyMap<string, Box>,
): void {
  if (row === widest) return;
  const limits = spanOf(widest, boxes);
  const span = spanOf(row, boxes);
  if (span.width > limits.width) return;
  const shift = Math.max(0, limits.x - span.x) + Math.min(0, right(limits) - right(span));
  for (const id of row) {
    const box = boxes.get(id);
    if (box !== undefined) box.x += shift;
  }
}

/** The left edge at which a box would stand under the mean of its neighbours, and how much that matters. */
function wishOf(
  id: string,
  box: Box,
  boxes: ReadonlyMap<string, Box>,
  weightOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
): { wish: number; weight: number } {
  let sum = 0;
  let weight = 0;
  for (const [otherId, share] of weightOf.get(id) ?? []) {
    const other = boxes.get(otherId);
    if (other === undefined || other.y === box.y) continue;
    sum += share * (other.x + other.width / 2);
    weight += share;
  }
  if (weight === 0) return { wish: box.x, weight: 0.1 };
  return { wish: sum / weight - box.width / 2, weight };
}

function fromOrigin(boxes: Map<string, Box>): Map<string, Box> {
  const left = Math.min(...[...boxes.values()].map((box) => box.x));
  const top = Math.min(...[...boxes.values()].map((box) => box.y));
  for (const box of boxes.values()) {
    box.x = Math.round(box.x - left);
    box.y = Math.round(box.y - top);
  }
  return boxes;
}
