/**
 * The places of nodes of which some have several callers: rows, ordered for few
 * crossings. The calls' ways are planned with the rows: beside the boxes of a
 * row straight down in their lanes, swinging over only between rows.
 */
import { almostTreeRows, isAlmostTree } from './almost-tree';
import type { Box } from './box';
import { depthFirst, orderForFewestCrossings, orderWithSubtrees } from './fewest-crossings';
import type { Foot } from './foot';
import { rowsOf, standingOf, withFeet } from './layered-layout';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import { lowerRows } from './lower-rows';
import type { PlannedDrawing } from './planned-route';
import { placeInRows } from './row-placement';
import { levelRoutes, spannedRoutes } from './row-ways';
import { type SpannedRows, spannedRows } from './spans';
import { middleOf } from './straight-lanes';

export function webLayout(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  spacing: LayoutSpacing,
): PlannedDrawing {
  const [walked] = depthFirst([nodes.map(({ id }) => id)], links);
  const rankOf = new Map(walked.map((id, rank) => [id, rank]));
  const inOrder = [...nodes].sort((a, b) => (rankOf.get(a.id) ?? 0) - (rankOf.get(b.id) ?? 0));
  const { standing, between, feet } = standingOf(inOrder, links, spacing);
  const { rows: ordered, spans, steps } = orderedRows(standing, between, feet, spacing);
  const places = placeInRows(ordered, feet, standing, steps, spacing, passesFor(feet.size));
  spreadRows(ordered, places, steps, spacing);
  const boxes = withFeet(places, feet, between);
  const drawn = { rows: ordered, places, boxes, nodes };
  return { boxes, routes: [...spannedRoutes(spans, drawn), ...levelRoutes(between, drawn)] };
}

/** In a small diagram, ways around others are drawn only where they save crossings. */
function orderedRows(
  standing: readonly LayoutNode[],
  links: readonly LayoutLink[],
  feet: Map<string, Foot>,
  spacing: LayoutSpacing,
): SpannedRows {
  const canThread = isAlmostTree(standing, links);
  if (canThread && standing.length >= triedBelow) {
    return almostTreeRows(standing, links, feet, spacing);
  }
  const plain = fewerCrossings(rowsOf(standing, links, feet, spacing), links, feet, spacing);
  const { rows, spans, steps } = spannedRows(plain, links, feet, spacing.columnGap);
  const { rows: ordered, crossings } = orderWithSubtrees(rows, steps);
  if (canThread && crossings > 0) {
    const threaded = almostTreeRows(standing, links, feet, spacing);
    if (threaded.crossings < crossings) return threaded;
  }
  return { rows: ordered, spans, steps };
}

/** Links that are looked at in search of better rows, and in each of the tries. */
const workMax = 50_000;
const workPerTry = 500;
/** With more nodes a single one matters little, and trying each takes long. */
const triedBelow = 100;

function fewerCrossings(
  rows: readonly (readonly string[])[],
  links: readonly LayoutLink[],
  feet: ReadonlyMap<string, Foot>,
  { columnGap, rowWidthMax }: LayoutSpacing,
): readonly (readonly string[])[] {
  const isFramed = [...feet.values()].some(({ groupId }) => groupId !== undefined);
  if (isFramed || feet.size >= triedBelow) return rows;
  const linksAtFirst = spannedRows(rows, links, new Map(), columnGap).steps.length;
  const widthOf = (id: string) => (feet.get(id)?.width ?? 0) + columnGap;
  return lowerRows(rows, links, {
    hasRoom: (row, id) =>
      row.reduce((sum, other) => sum + widthOf(other), widthOf(id)) <= rowWidthMax,
    crossingsIn: (tried) => {
      const { rows: laned, steps } = spannedRows(tried, links, new Map(), columnGap);
      return orderForFewestCrossings(laned, steps, workPerTry).crossings;
    },
    triesMax: workMax / (linksAtFirst + workPerTry),
  });
}

/** Rounds of drawing boxes and lanes towards their neighbours: of many, more would take too long. */
function passesFor(count: number): number {
  if (count < 1000) return 24;
  return count < 5000 ? 8 : 4;
}

/** Where calls reach far to the side, rows keep further apart, or the lines would lie flat on one another. */
function spreadRows(
  rows: readonly (readonly string[])[],
  places: ReadonlyMap<string, Box>,
  steps: readonly LayoutLink[],
  { rowGap }: LayoutSpacing,
): void {
  const reachBelow = new Map<string, number>();
  for (const { fromId, toId } of steps) {
    const reach = Math.abs(middleOf(places, fromId) - middleOf(places, toId));
    // A call that turns back up has steps from a row to the one above it.
    const isDown = (places.get(fromId)?.y ?? 0) < (places.get(toId)?.y ?? 0);
    const upperId = isDown ? fromId : toId;
    reachBelow.set(upperId, Math.max(reachBelow.get(upperId) ?? 0, reach));
  }
  let shift = 0;
  for (const row of rows) {
    for (const id of row) {
      const box = places.get(id);
      if (box !== undefined) box.y += shift;
    }
    const reach = Math.max(...row.map((id) => reachBelow.get(id) ?? 0));
    shift += Math.round(Math.min(2 * rowGap, Math.max(0, (reach - 300) * 0.06)));
  }
}
