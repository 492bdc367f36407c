/** The ways of calls among placed rows: in lanes beside boxes, swinging over between rows. */
import { type Box, bottom } from './box';
import { upright } from './edge-route';
import type { LayoutLink, LayoutNode } from './layout-graph';
import type { PlannedRoute } from './planned-route';
import { freePart, type Side, spread, wishOf } from './ports';
import type { Span } from './spans';
import { middleOf, straightLanes } from './straight-lanes';
import { TurningLine } from './turning-line';
import { reversed } from './way';

/** A call within a row dips by three quarters of this below it, px. */
const levelDip = 44;

interface Band {
  top: number;
  bottom: number;
}

/** The height that each row takes up, by node and lane. */
function bandsOf(
  rows: readonly (readonly string[])[],
  places: ReadonlyMap<string, Box>,
): Map<string, Band> {
  return new Map(
    rows.flatMap((row) => {
      const boxes = row.flatMap((id) => places.get(id) ?? []);
      const band = {
        top: Math.min(...boxes.map(({ y }) => y)),
        bottom: Math.max(...boxes.map(bottom)),
      };
      return row.map((id) => [id, band] as const);
    }),
  );
}

export interface PlacedRows {
  rows: readonly (readonly string[])[];
  /** Of nodes with what hangs at them, and of lanes. */
  places: ReadonlyMap<string, Box>;
  boxes: ReadonlyMap<string, Box>;
  nodes: readonly LayoutNode[];
}

export function spannedRoutes(spans: readonly Span[], drawn: PlacedRows): PlannedRoute[] {
  const { rows, places, boxes } = drawn;
  const bands = bandsOf(rows, places);
  const lowerSideOf = lowerSidesOf(drawn);
  const upperSideOf = (id: string) => freePart(boxOf(boxes, id), []);
  const laneX = straightLanes(spans, rows, places, lowerSideOf, upperSideOf);
  const starts = portsBy(
    spans,
    ({ upperId }) => upperId,
    ({ laneIds, lowerId }) => laneX.get(laneIds[0]) ?? middleOf(boxes, lowerId),
    lowerSideOf,
  );
  const ends = portsBy(
    spans,
    ({ lowerId }) => lowerId,
    (span) => laneX.get(span.laneIds.at(-1) ?? '') ?? starts.get(span) ?? 0,
    upperSideOf,
  );
  return spans.map((span) => {
    const { fromId, toId, upperId, lowerId, laneIds } = span;
    const x = starts.get(span) ?? 0;
    const line = new TurningLine({ x, y: bottom(boxOf(boxes, upperId)) });
    line.swingTo({ x, y: bandOf(bands, upperId).bottom });
    const lanes = laneIds.map((id) => ({ x: laneX.get(id) ?? 0, band: bandOf(bands, id) }));
    leadAlong(line, lanes);
    line.swingTo({ x: ends.get(span) ?? 0, y: boxOf(boxes, lowerId).y });
    return { fromId, toId, curves: upperId === fromId ? line.curves : reversed(line.curves) };
  });
}

/** Down from lane to lane; where two of one row follow one another, it turns between them. */
function leadAlong(line: TurningLine, lanes: readonly { x: number; band: Band }[]): void {
  let isDown = true;
  lanes.forEach(({ x, band }, index) => {
    if (lanes[index - 1]?.band === band) {
      line.turnTo(x, isDown ? 1 : -1);
      isDown = !isDown;
      return;
    }
    line.swingTo({ x, y: isDown ? band.top : band.bottom });
    if (lanes[index + 1]?.band !== band) line.swingTo({ x, y: isDown ? band.bottom : band.top });
  });
}

/** The part of each node's lower side below which nothing hangs. */
function lowerSidesOf({ nodes, boxes }: PlacedRows): (id: string) => Side {
  const hangingAt = groupBy(nodes, ({ ownerId }) => ownerId ?? '');
  return (id) => {
    const hanging = (hangingAt.get(id) ?? []).flatMap((node) => boxes.get(node.id) ?? []);
    return freePart(boxOf(boxes, id), hanging);
  };
}

/** Calls within a row, below what stands between their ends; neighbours are joined at their sides. */
export function levelRoutes(links: readonly LayoutLink[], drawn: PlacedRows): PlannedRoute[] {
  const { rows, places, boxes } = drawn;
  const bands = bandsOf(rows, places);
  const lowerSideOf = lowerSidesOf(drawn);
  const rankOf = new Map(
    rows.flatMap((row) =>
      row.filter((id) => boxes.has(id)).map((id, rank) => [id, { row, rank }] as const),
    ),
  );
  return links.flatMap(({ fromId, toId }): PlannedRoute[] => {
    const from = rankOf.get(fromId);
    const to = rankOf.get(toId);
    if (from === undefined || from.row !== to?.row) return [];
    if (Math.abs(from.rank - to.rank) === 1) return [];
    const { bottom: low } = bandOf(bands, fromId);
    const isRightward = from.rank < to.rank;
    const start = { x: lowerSideOf(fromId)[isRightward ? 'to' : 'from'], y: low };
    const end = { x: lowerSideOf(toId)[isRightward ? 'from' : 'to'], y: low };
    const dip = { y: low + levelDip };
    const curves = [
      upright({ x: start.x, y: bottom(boxOf(boxes, fromId)) }, start),
      { from: start, control1: { ...start, ...dip }, control2: { ...end, ...dip }, to: end },
      upright(end, { x: end.x, y: bottom(boxOf(boxes, toId)) }),
    ];
    return [{ fromId, toId, curves }];
  });
}

function bandOf(bands: ReadonlyMap<string, Band>, id: string): Band {
  return bands.get(id) ?? { top: 0, bottom: 0 };
}

function boxOf(boxes: ReadonlyMap<string, Box>, id: string): Box {
  const box = boxes.get(id);
  if (box === undefined) throw new Error(`${id} has no place.`);
  return box;
}

/** Where each span meets the side of a node, in the order of where it goes to or comes from. */
function portsBy(
  spans: readonly Span[],
  nodeOf: (span: Span) => string,
  aimOf: (span: Span) => number,
  sideOf: (id: string) => Side,
): Map<Span, number> {
  const portOf = new Map<Span, number>();
  for (const [id, own] of groupBy(spans, nodeOf)) {
    const side = sideOf(id);
    const order = [...own].sort((a, b) => aimOf(a) - aimOf(b));
    const places = spread(
      order.map((span) => wishOf(aimOf(span), side)),
      side,
    );
    order.forEach((span, rank) => {
      portOf.set(span, places[rank]);
    });
  }
  return portOf;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
