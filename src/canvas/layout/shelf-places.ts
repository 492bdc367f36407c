/** Where the blocks of several shelves stand from left to right, on both sides of the shaft. */
import { laneGapOf, type ShelfSpacing, shaftMargin } from './shelves';
import type { TreeBlock } from './tree-block';

/** A callee's rectangle on its shelf, and the lane by which the call to it passes the shelves above. */
export interface Callee {
  block: TreeBlock;
  x: number;
  laneX: number;
}

export interface Shelf {
  left: Callee[];
  right: Callee[];
}

/** Where the rectangles stand from left to right; the middle of the shaft is at 0. */
export function standOn(blocks: readonly TreeBlock[][], spacing: ShelfSpacing): Shelf[] {
  const shelves = halved(blocks);
  const lanes = callsBelow(shelves, 0);
  const gap = laneGapOf(lanes.length);
  lanes.forEach((callee, rank) => {
    callee.laneX = (rank - (lanes.length - 1) / 2) * gap;
  });
  shelves.forEach((shelf, index) => {
    const shaft = callsBelow(shelves, index).map(({ laneX }) => laneX);
    if (shaft.length > 0) standAround(shelf, shaft, spacing);
    else standUnder(shelf, shelves.slice(0, index), spacing);
  });
  return shelves;
}

/** Two halves of about the same width on each shelf; a block by itself stands where there is more room. */
function halved(blocks: readonly TreeBlock[][]): Shelf[] {
  let leftWidth = 0;
  let rightWidth = 0;
  return blocks.map((row) => {
    const count = row.length > 1 ? middleOf(row) : Number(leftWidth <= rightWidth);
    const callees = row.map((block) => ({ block, x: 0, laneX: 0 }));
    leftWidth = Math.max(leftWidth, widthOf(row.slice(0, count)));
    rightWidth = Math.max(rightWidth, widthOf(row.slice(count)));
    return { left: callees.slice(0, count), right: callees.slice(count) };
  });
}

function widthOf(blocks: readonly TreeBlock[]): number {
  return blocks.reduce((sum, { width }) => sum + width, 0);
}

/** How many of them make up the left half. */
function middleOf(blocks: readonly TreeBlock[]): number {
  const total = widthOf(blocks);
  let width = 0;
  return blocks.filter((block) => {
    width += block.width;
    return 2 * width - block.width <= total;
  }).length;
}

/** The calls that pass a shelf, from left to right as they must stand so that none crosses another. */
export function callsBelow(shelves: readonly Shelf[], index: number): Callee[] {
  const next = shelves[index + 1];
  if (next === undefined) return [];
  return [...next.left, ...callsBelow(shelves, index + 1), ...next.right];
}

function standAround(
  { left, right }: Shelf,
  shaft: readonly number[],
  { columnGap }: ShelfSpacing,
): void {
  let x = Math.min(...shaft) - shaftMargin;
  for (const callee of [...left].reverse()) {
    callee.x = x - callee.block.width;
    x = callee.x - columnGap;
  }
  standFrom(Math.max(...shaft) + shaftMargin, right, columnGap);
}

/** The last shelf: below the middle, but not further out than those above where that can be had. */
function standUnder(shelf: Shelf, above: readonly Shelf[], { columnGap }: ShelfSpacing): void {
  const callees = calleesOn(shelf);
  const width = callees.reduce((sum, { block }) => sum + block.width + columnGap, -columnGap);
  const { from, to } = extentOf(above);
  const x = to - from < width ? (from + to - width) / 2 : clamped(-width / 2, from, to - width);
  standFrom(above.length === 0 ? -width / 2 : x, callees, columnGap);
}

function standFrom(start: number, callees: readonly Callee[], columnGap: number): void {
  let x = start;
  for (const callee of callees) {
    callee.x = x;
    x += callee.block.width + columnGap;
  }
}

export function extentOf(shelves: readonly Shelf[]): { from: number; to: number } {
  const callees = shelves.flatMap(calleesOn);
  return {
    from: Math.min(...callees.map(({ x }) => x)),
    to: Math.max(...callees.map(({ x, block }) => x + block.width)),
  };
}

export function clamped(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), to);
}

export function heightOf(shelf: Shelf): number {
  return Math.max(...calleesOn(shelf).map(({ block }) => block.height));
}

export function calleesOn({ left, right }: Shelf): Callee[] {
  return [...left, ...right];
}
