/**
 * Places boxes in rows from the callers down to the called, in the manner of
 * Sugiyama: rows, order within the rows, then places. Boxes with an owner hang
 * at its foot, on the side away from its other callees. Pure and deterministic.
 */
import type { Box } from './box';
import { type Foot, footOf } from './foot';
import { withLanes } from './lanes';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import { besideGroup, outsidersOf } from './outsiders';
import { assignRows } from './row-assignment';
import { orderRows } from './row-order';
import { placeInRows } from './row-placement';

/** A box for every node, none over another, the whole starting at (0, 0). */
export function layeredLayout(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
): Map<string, Box> {
  const outside = spacing.outsiders === 'beside' ? outsidersOf(nodes, links) : new Set<string>();
  const main = placed(
    nodes.filter(({ id }) => !outside.has(id)),
    links,
    spacing,
  );
  if (outside.size === 0) return main;
  const rest = placed(
    nodes.filter(({ id }) => outside.has(id)),
    links,
    spacing,
  );
  return besideGroup(main, rest, nodes, links, spacing);
}

function placed(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
): Map<string, Box> {
  const { standing, between, feet } = standingOf(nodes, links, spacing);
  const plain = rowsOf(standing, between, feet, spacing);
  const { rows, links: chained } = withLanes(plain, between, feet);
  const places = placeInRows(orderRows(rows, chained), feet, standing, chained, spacing);
  return withFeet(places, feet, between);
}

/** What takes a place in a row, the calls between these, and what hangs at each. */
export interface Standing {
  standing: LayoutNode[];
  between: LayoutLink[];
  feet: Map<string, Foot>;
}

export function standingOf(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
): Standing {
  const ids = new Set(nodes.map((node) => node.id));
  const standing = nodes.filter((node) => node.ownerId === undefined || !ids.has(node.ownerId));
  const standingIds = new Set(standing.map((node) => node.id));
  const between = links.filter(
    (link) =>
      standingIds.has(link.fromId) && standingIds.has(link.toId) && link.fromId !== link.toId,
  );
  const feet = new Map(
    standing.map((owner) => [
      owner.id,
      footOf(
        owner,
        nodes.filter((node) => node.ownerId === owner.id && !standingIds.has(node.id)),
        between.filter((link) => link.fromId === owner.id).length,
        spacing,
      ),
    ]),
  );
  return { standing, between, feet };
}

export function rowsOf(
  standing: readonly LayoutNode[],
  links: readonly LayoutLink[],
  feet: ReadonlyMap<string, Foot>,
  spacing: LayoutSpacing,
): string[][] {
  const rowOf = assignRows(standing, links);
  const rows: string[][] = [];
  for (const { id } of standing) {
    const index = rowOf.get(id) ?? 0;
    while (rows.length <= index) rows.push([]);
    rows[index]?.push(id);
  }
  return rows.flatMap((row) => brokenInto(row, feet, spacing));
}

/** A row that is too wide, as several of about the same length. */
function brokenInto(
  row: readonly string[],
  feet: ReadonlyMap<string, Foot>,
  { columnGap, rowWidthMax }: LayoutSpacing,
): string[][] {
  const widths = row.map((id) => (feet.get(id)?.width ?? 0) + columnGap);
  const total = widths.reduce((sum, width) => sum + width, -columnGap);
  const count = Math.min(row.length, Math.max(1, Math.ceil(total / rowWidthMax)));
  const perRow = Math.ceil(row.length / count);
  return Array.from({ length: count }, (_, index) =>
    row.slice(index * perRow, (index + 1) * perRow),
  ).filter((part) => part.length > 0);
}

/** A pull to one side that is weaker than this, px, leaves the choice to the place in the drawing. */
const pullMin = 60;

/** The owners' places within their clusters, and what hangs below them. */
export function withFeet(
  clusters: ReadonlyMap<string, Box>,
  feet: ReadonlyMap<string, Foot>,
  links: readonly LayoutLink[],
): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const calleesOf = new Map<string, string[]>([...clusters.keys()].map((id) => [id, []]));
  for (const { fromId, toId } of links) calleesOf.get(fromId)?.push(toId);
  const middle =
    [...clusters.values()].reduce((sum, box) => sum + box.x + box.width / 2, 0) /
    Math.max(1, clusters.size);
  for (const [id, cluster] of clusters) {
    const foot = feet.get(id);
    if (foot === undefined) continue;
    const own = cluster.x + cluster.width / 2;
    const targets = (calleesOf.get(id) ?? [])
      .flatMap((calleeId) => clusters.get(calleeId) ?? [])
      .filter((box) => box.y > cluster.y)
      .map((box) => box.x + box.width / 2);
    const pull = targets.reduce((sum, x) => sum + x - own, 0);
    const isRight = Math.abs(pull) > pullMin ? pull < 0 : own > middle;
    for (const [memberId, box] of foot.placed(cluster, isRight, targets.length > 0)) {
      boxes.set(memberId, box);
    }
  }
  return boxes;
}
