/**
 * Rows in which fewer calls cross: a node stands right below the lowest of its callers
 * unless crossings go away when it stands lower, at most right above the highest of its callees.
 */
import type { LayoutLink } from './layout-graph';

export interface RowLimits {
  /** Whether a row has room for one more of its nodes. */
  hasRoom(row: readonly string[], id: string): boolean;
  /** Crossings in these rows. */
  crossingsIn(rows: readonly (readonly string[])[]): number;
  /** So many rows are tried at most. */
  triesMax: number;
}

/** One node after the other, from the lowest row up, for as long as that helps. */
export function lowerRows(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
  { hasRoom, crossingsIn, triesMax }: RowLimits,
): readonly (readonly string[])[] {
  let best = rows;
  let crossings = crossingsIn(best);
  let tries = 0;
  for (let isImproving = true; isImproving && crossings > 0; ) {
    isImproving = false;
    for (const id of best.flat().reverse()) {
      // A row that the node was alone in is gone once it has left: all are tried from where it stood.
      const from = best;
      for (const row of otherRowsFor(id, from, links)) {
        if (tries >= triesMax || crossings === 0) return best;
        if (!hasRoom(from[row] ?? [], id)) continue;
        tries += 1;
        const moved = withNodeIn(from, id, row);
        const count = crossingsIn(moved);
        if (count >= crossings) continue;
        best = moved;
        crossings = count;
        isImproving = true;
      }
    }
  }
  return best;
}

/** Between its callers and its callees; one without callees also in a row of its own below all others. */
function otherRowsFor(
  id: string,
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
): number[] {
  const rowOf = (wanted: string) => rows.findIndex((row) => row.includes(wanted));
  const own = rowOf(id);
  let first = 0;
  let last = rows.length;
  for (const { fromId, toId } of links) {
    if (toId === id && rowOf(fromId) < own) first = Math.max(first, rowOf(fromId) + 1);
    if (fromId === id && rowOf(toId) > own) last = Math.min(last, rowOf(toId) - 1);
    // Calls along a row and upwards stay what they are.
    if ((toId === id && rowOf(fromId) >= own) || (fromId === id && rowOf(toId) <= own)) return [];
  }
  if (first === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, step) => first + step).filter(
    (row) => row !== own,
  );
}

function withNodeIn(
  rows: readonly (readonly string[])[],
  id: string,
  target: number,
): readonly (readonly string[])[] {
  const without = rows.map((row) => row.filter((other) => other !== id));
  const moved =
    target === rows.length
      ? [...without, [id]]
      : without.map((row, index) => (index === target ? [...row, id] : row));
  return moved.filter((row) => row.length > 0);
}
