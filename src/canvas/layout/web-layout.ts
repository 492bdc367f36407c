/**
 * The places of nodes of which some have several callers: rows, ordered for few
 * crossings. The calls' ways are planned with the rows: beside the boxes of a
 * row straight down in their lanes, swinging over only between rows.
 */
import type { Box } from './box';
import { depthFirst, orderForFewestCrossings } from './fewest-crossings';
import { rowsOf, standingOf, withFeet } from './layered-layout';
import type { LayoutLink, LayoutNode, LayoutSpacing } from './layout-graph';
import type { PlannedDrawing } from './planned-route';
import { placeInRows } from './row-placement';
import { levelRoutes, spannedRoutes } from './row-ways';
import { spannedRows } from './spans';
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
  const plain = rowsOf(standing, between, feet, spacing);
  const { rows, spans, steps } = spannedRows(plain, between, feet, spacing.columnGap);
  const ordered = orderForFewestCrossings(rows, steps);
  const passes = feet.size < manyBoxes ? passesAtBest : passesForMany;
  const places = placeInRows(ordered, feet, standing, steps, spacing, passes);
  spreadRows(ordered, places, steps, spacing);
  const boxes = withFeet(places, feet, between);
  const drawn = { rows: ordered, places, boxes, nodes };
  return { boxes, routes: [...spannedRoutes(spans, drawn), ...levelRoutes(between, drawn)] };
}

/** Rounds of drawing boxes and lanes towards their neighbours: of many, more would take too long. */
const passesAtBest = 24;
const passesForMany = 8;
const manyBoxes = 1000;

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
    reachBelow.set(fromId, Math.max(reachBelow.get(fromId) ?? 0, reach));
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
