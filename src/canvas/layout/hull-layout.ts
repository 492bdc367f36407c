/**
 * The places of the module cards inside a hull: a grid read from left to right,
 * in which modules that call each other are neighbours.
 */
import type { Box } from './box';

export interface GridSpacing {
  columnGap: number;
  rowGap: number;
}

/** Cards in a row, by number of cards: wide enough to read, narrow enough for a pane. */
export function columnCount(count: number): number {
  if (count <= 3) return count;
  if (count === 4) return 2;
  if (count <= 9) return 3;
  return Math.min(6, Math.ceil(Math.sqrt(count * 1.4)));
}

/** Boxes relative to (0, 0), by index of the card; `links` are pairs of indices, caller first. */
export function gridLayout(
  cards: readonly { width: number; height: number }[],
  links: readonly (readonly [number, number])[],
  columns: number,
  { columnGap, rowGap }: GridSpacing,
): Box[] {
  const cellOf = arrange(cards.length, links, columns);
  const width = Math.max(0, ...cards.map((card) => card.width));
  const height = Math.max(0, ...cards.map((card) => card.height));
  return cards.map((card, index) => {
    const cell = cellOf[index] ?? index;
    const row = Math.floor(cell / columns);
    const inRow = Math.min(columns, cards.length - row * columns);
    const indent = ((columns - inRow) * (width + columnGap)) / 2;
    return {
      x: indent + (cell % columns) * (width + columnGap) + (width - card.width) / 2,
      y: row * (height + rowGap),
      width: card.width,
      height: card.height,
    };
  });
}

/** The cell of each card: pairs change places as long as that makes the calls shorter. */
function arrange(
  count: number,
  links: readonly (readonly [number, number])[],
  columns: number,
): number[] {
  const cellOf = Array.from({ length: count }, (_, index) => index);
  let cost = costOf(cellOf, links, columns);
  for (let isImproving = true; isImproving; ) {
    isImproving = false;
    for (let a = 0; a < count; a += 1) {
      for (let b = a + 1; b < count; b += 1) {
        exchange(cellOf, a, b);
        const next = costOf(cellOf, links, columns);
        if (next < cost - 1e-9) {
          cost = next;
          isImproving = true;
        } else {
          exchange(cellOf, a, b);
        }
      }
    }
  }
  return cellOf;
}

function exchange(cellOf: number[], a: number, b: number): void {
  const cell = cellOf[a] ?? 0;
  cellOf[a] = cellOf[b] ?? 0;
  cellOf[b] = cell;
}

function costOf(
  cellOf: readonly number[],
  links: readonly (readonly [number, number])[],
  columns: number,
): number {
  let cost = 0;
  for (const [from, to] of links) {
    const fromCell = cellOf[from] ?? 0;
    const toCell = cellOf[to] ?? 0;
    const rows = Math.floor(toCell / columns) - Math.floor(fromCell / columns);
    const across = Math.abs((toCell % columns) - (fromCell % columns));
    // In a row only neighbours can be joined without running through a card.
    if (rows === 0) cost += across <= 1 ? 1 : 6 * across;
    else cost += Math.abs(rows) * 1.5 + across * 0.6 + (rows < 0 ? 0.7 : 0);
    if (Math.abs(rows) > 1 && across === 0) cost += 4;
  }
  cellOf.forEach((cell, index) => {
    cost += Math.abs(cell - index) * 0.02;
  });
  return cost;
}
