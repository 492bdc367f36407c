/** Threaded rows by name: lanes for what passes a row, and two lanes side by side for what turns in it. */
import type { LayoutLink } from './layout-graph';
import { type Span, type SpannedRows, stepsOf } from './spans';
import type { ThreadedRows } from './threaded-rows';
import type { Thread } from './threading';

/** `threads`: by index of the link. `ids`: of the nodes, by number. */
export function spansOf(
  links: readonly LayoutLink[],
  threads: ReadonlyMap<number, Thread>,
  rows: ThreadedRows,
  ids: readonly string[],
): SpannedRows {
  const names: string[][] = ids.map((id) => [id]);
  const kept = rowsInUse(threads, rows);
  const spans: Span[] = [];
  const steps: LayoutLink[] = [];
  for (const [index, { upper, lower, passes }] of threads) {
    const link = links[index];
    const chain = [upper, ...passes, lower];
    const laneIds = passes.flatMap((pass, at) => {
      const [before, , after] = chain.slice(at, at + 3);
      const id = `lane ${link.fromId}>${link.toId} ${at}`;
      const isTurn = rows.rowOf[before] === rows.rowOf[after];
      const own = isTurn ? [`${id} in`, `${id} out`] : [id];
      if (!kept.has(rows.rowOf[pass])) own.pop();
      const isLeftward = isTurn && rows.places[before] > rows.places[after];
      names[pass] = isLeftward ? [...own].reverse() : own;
      return own;
    });
    const [upperId, lowerId] = [ids[upper], ids[lower]];
    spans.push({ fromId: link.fromId, toId: link.toId, upperId, lowerId, laneIds });
    steps.push(...stepsOf([upperId, ...laneIds, lowerId], link));
  }
  const named = rows.rows.map((row) => row.flatMap((node) => names[node]));
  return { rows: named.filter(({ length }) => length > 0), spans, steps };
}

/** Those with a node or a turn in them; what only passes a row needs none. */
function rowsInUse(threads: ReadonlyMap<number, Thread>, { rowOf }: ThreadedRows): Set<number> {
  const inUse = new Set<number>();
  for (const { upper, lower, passes } of threads.values()) {
    const along = [upper, ...passes, lower].map((node) => rowOf[node]);
    inUse.add(along[0]);
    along.slice(1).forEach((row, at) => {
      if (at + 2 >= along.length || along[at] === along[at + 2]) inUse.add(row);
    });
  }
  return inUse;
}
