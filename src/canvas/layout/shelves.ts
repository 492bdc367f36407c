/**
 * Whole subtrees in rows, like books on shelves, of a shape that fits a page.
 * Between the books of each shelf but the last a shaft is left, through which
 * the calls to the lower shelves run straight down.
 */

/** What stands on a shelf. */
export interface Book {
  readonly width: number;
  readonly height: number;
}

export interface ShelfSpacing {
  rowGap: number;
  columnGap: number;
  /** Books that need no more than this stand on one shelf. */
  widthMax: number;
}

/** How many times as wide as high a drawing is at best. */
const shape = 1.35;
/** From this many shelves on, more of them are not tried. */
const shelvesMax = 16;

/** The side of the smallest page of the wanted shape that takes a drawing in. */
export function pageOf({ width, height }: Book): number {
  return Math.max(width / shape, height);
}

/** The books in their order, or, where they need several shelves, the low ones first. */
export function shelvesOf<B extends Book>(books: readonly B[], spacing: ShelfSpacing): B[][] {
  let best = [[...books]];
  const total = widthOf(books, spacing);
  if (total <= spacing.widthMax) return best;
  const sorted = [...books].sort((a, b) => a.height - b.height);
  const widest = Math.max(...books.map(({ width }) => width));
  let bestPage = pageOf(measured(best, spacing));
  for (let count = 2; count <= Math.min(books.length, shelvesMax); count += 1) {
    const shelves = filled(sorted, Math.max(widest, total / count), spacing);
    const page = pageOf(measured(shelves, spacing));
    if (page >= bestPage) continue;
    best = shelves;
    bestPage = page;
  }
  return best;
}

function filled<B extends Book>(books: readonly B[], limit: number, spacing: ShelfSpacing): B[][] {
  const shelves: B[][] = [];
  let rest = 0;
  for (const book of books) {
    const shelf = shelves.at(-1);
    rest -= book.width + spacing.columnGap;
    if (shelf === undefined || rest < 0) {
      shelves.push([book]);
      rest = limit - book.width;
    } else {
      shelf.push(book);
    }
  }
  return shelves;
}

function widthOf(books: readonly Book[], { columnGap }: ShelfSpacing): number {
  return books.reduce((sum, { width }) => sum + width + columnGap, -columnGap);
}

function measured(shelves: readonly (readonly Book[])[], spacing: ShelfSpacing): Book {
  const below = shelves.slice(1).reduce((count, shelf) => count + shelf.length, 0);
  return {
    width: Math.max(...shelves.map((shelf) => widthOf(shelf, spacing))) + shaftWidthOf(below),
    height: shelves.reduce(
      (sum, shelf) => sum + Math.max(...shelf.map(({ height }) => height)) + spacing.rowGap,
      0,
    ),
  };
}

/** Clear space on either side of the calls in a shaft, px. */
export const shaftMargin = 12;

/** Between two calls in a shaft: less where they are many. */
export function laneGapOf(callCount: number): number {
  return Math.min(12, Math.max(3, 160 / Math.max(1, callCount)));
}

function shaftWidthOf(callCount: number): number {
  return callCount === 0 ? 0 : (callCount - 1) * laneGapOf(callCount) + 2 * shaftMargin;
}
