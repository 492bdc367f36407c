/** Takes out of lanes the bends that the boxes and lanes beside them do not ask for. */
import { type Box, centerX, right } from './box';
import type { Side } from './ports';
import type { Span } from './spans';

/** Between a lane and a box or another lane, px. */
const margin = 8;
/** Each lane makes room for others; after so many rounds little changes. */
const rounds = 3;

/** The middle of each lane. Lanes keep their order within their row. */
export function straightLanes(
  spans: readonly Span[],
  rows: readonly (readonly string[])[],
  places: ReadonlyMap<string, Box>,
  lowerSideOf: (id: string) => Side,
  upperSideOf: (id: string) => Side,
): Map<string, number> {
  const laneX = new Map(
    spans.flatMap(({ laneIds }) => laneIds.map((id) => [id, middleOf(places, id)] as const)),
  );
  const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
  const beside = new Map(
    rows.flatMap((row) => row.map((id, index) => [id, [row[index - 1], row[index + 1]]] as const)),
  );
  const roomOf = (id: string): Side => {
    const [before, after] = beside.get(id) ?? [];
    return {
      from: margin + endOf(before, laneX, places, right, Number.NEGATIVE_INFINITY),
      to: endOf(after, laneX, places, ({ x }) => x, Number.POSITIVE_INFINITY) - margin,
    };
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const { upperId, laneIds, lowerId } of spans) {
      if (laneIds.length === 0) continue;
      const rooms = [lowerSideOf(upperId), ...laneIds.map(roomOf), upperSideOf(lowerId)];
      const ids = [undefined, ...laneIds, undefined];
      let first = 0;
      laneIds.forEach((id, index) => {
        // Where two of one row follow one another, their call turns.
        if (rowOf.get(id) !== rowOf.get(laneIds[index + 1])) return;
        straighten(ids.slice(first, index + 2), rooms.slice(first, index + 2), laneX);
        first = index + 2;
      });
      straighten(ids.slice(first), rooms.slice(first), laneX);
    }
  }
  return laneX;
}

/** Of a box or a lane. */
export function middleOf(places: ReadonlyMap<string, Box>, id: string): number {
  const box = places.get(id);
  return box === undefined ? 0 : centerX(box);
}

function endOf(
  id: string | undefined,
  laneX: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, Box>,
  edgeOf: (box: Box) => number,
  none: number,
): number {
  const box = id === undefined ? undefined : places.get(id);
  if (id === undefined || box === undefined) return none;
  return laneX.get(id) ?? edgeOf(box);
}

/** As few straight runs as the rooms allow: each goes on for as long as all of its rooms have a line in common. */
function straighten(
  laneIds: readonly (string | undefined)[],
  rooms: readonly Side[],
  laneX: Map<string, number>,
): void {
  let run: string[] = [];
  let common: Side = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const close = () => {
    const wish = run.reduce((sum, id) => sum + (laneX.get(id) ?? 0), 0) / run.length;
    for (const id of run) laneX.set(id, Math.min(Math.max(wish, common.from), common.to));
  };
  laneIds.forEach((id, index) => {
    const room = rooms[index];
    const shared = {
      from: Math.max(common.from, room.from),
      to: Math.min(common.to, room.to),
    };
    if (shared.from <= shared.to) {
      common = shared;
    } else {
      close();
      run = [];
      common = room;
    }
    if (id !== undefined) run.push(id);
  });
  close();
}
