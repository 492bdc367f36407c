/**
 * A call that skips rows gets a narrow lane of its own in each of them, so that
 * the row keeps a gap free for it and what it leads to stands below that gap.
 */
import type { Foot } from './foot';
import type { LayoutLink } from './layout-graph';

const laneWidth = 4;
/** Lanes follow; what stands in the rows does not move for them. */
const lanePull = 0.02;
/** Above this many lanes a drawing is too dense for them to help, and they cost time. */
const lanesMax = 400;

/** Rows and links with the lanes in them. Adds the lanes' measures to `feet`. */
export function withLanes(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
  feet: Map<string, Foot>,
): { rows: string[][]; links: LayoutLink[] } {
  const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
  const laned = rows.map((row) => [...row]);
  const chained: LayoutLink[] = [];
  let laneCount = 0;
  for (const link of links) {
    const fromRow = rowOf.get(link.fromId) ?? 0;
    const toRow = rowOf.get(link.toId) ?? 0;
    let fromId = link.fromId;
    for (let row = fromRow + 1; row < toRow && laneCount < lanesMax; row += 1) {
      const id = `lane ${link.fromId}>${link.toId} ${row}`;
      feet.set(id, { width: laneWidth, height: 0, groupId: undefined, placed: () => [] });
      laned[row]?.push(id);
      chained.push({ fromId, toId: id, isWeak: true, pull: lanePull });
      fromId = id;
      laneCount += 1;
    }
    chained.push(fromId === link.fromId ? link : { ...link, fromId, pull: lanePull });
  }
  return { rows: laned, links: chained };
}
