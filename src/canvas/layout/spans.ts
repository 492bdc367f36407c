/**
 * Calls between nodes in different rows, with a lane in each row that they pass.
 * A call upwards is laid out like one downwards and drawn the other way round.
 */
import type { Foot } from './foot';
import type { LayoutLink } from './layout-graph';

export interface Span {
  fromId: string;
  toId: string;
  upperId: string;
  lowerId: string;
  /** From the upper end to the lower one; two of one row in turn where the call turns back. */
  laneIds: readonly string[];
}

/** A lane and the gaps on its sides need less room than a box would: together half of a gap more than one gap. */
export const lanePitch = 8;
/** Lanes run straight rather than towards the ends of their call. */
const lanePull = 1;
const endPull = 0.3;

export interface SpannedRows {
  rows: string[][];
  spans: Span[];
  /** All of them between a row and the next. */
  steps: LayoutLink[];
}

/** Adds the lanes' measures to `feet`. */
export function spannedRows(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
  feet: Map<string, Foot>,
  columnGap: number,
): SpannedRows {
  const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
  const laned = rows.map((row) => [...row]);
  const spans: Span[] = [];
  const steps: LayoutLink[] = [];
  for (const link of links) {
    const fromRow = rowOf.get(link.fromId) ?? 0;
    const toRow = rowOf.get(link.toId) ?? 0;
    if (fromRow === toRow) continue;
    const isDown = fromRow < toRow;
    const [upperId, lowerId] = isDown ? [link.fromId, link.toId] : [link.toId, link.fromId];
    const [first, last] = isDown ? [fromRow, toRow] : [toRow, fromRow];
    const laneIds: string[] = [];
    for (let row = first + 1; row < last; row += 1) {
      const id = `lane ${link.fromId}>${link.toId} ${row}`;
      feet.set(id, laneFoot(columnGap));
      laned[row].push(id);
      laneIds.push(id);
    }
    spans.push({ fromId: link.fromId, toId: link.toId, upperId, lowerId, laneIds });
    steps.push(...stepsOf([upperId, ...laneIds, lowerId], link));
  }
  return { rows: laned, spans, steps };
}

export function laneFoot(columnGap: number): Foot {
  return { width: lanePitch - columnGap, height: 0, groupId: undefined, placed: () => [] };
}

/** Of a call along its lanes. */
export function stepsOf(ids: readonly string[], link: LayoutLink): LayoutLink[] {
  if (ids.length === 2) return [{ ...link, fromId: ids[0], toId: ids[1] }];
  return ids.slice(1).map((toId, index) => {
    const isEnd = index === 0 || index === ids.length - 2;
    return { fromId: ids[index], toId, isWeak: link.isWeak, pull: isEnd ? endPull : lanePull };
  });
}
