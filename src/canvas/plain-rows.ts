/** Whether a deployment is drawn well by the rows that come with the first load. */
import type { Cut } from '../architecture/cut';
import type { ArchitectureDocument } from '../architecture/document';
import { type CanvasGraph, canvasGraphOf } from './canvas-graph';
import { canvasLayoutOf, placedBoxes } from './canvas-layout';
import { canvasRoutesOf } from './canvas-routes';
import { haveCrossing } from './layout/line-crossings';

/** Fewer units than this stand well in rows where nobody has several callers. */
const treeBelow = 6;
/** And fewer than this where some have, as long as no two calls cross. */
const webBelow = 13;

export function isPlain(document: ArchitectureDocument, cut: Cut): boolean {
  if (cut.units.length >= webBelow) return false;
  const graph = canvasGraphOf(document, cut);
  const called = graph.bundles.filter(({ isInner }) => !isInner).map(({ toId }) => toId);
  if (new Set(called).size === called.length) return cut.units.length < treeBelow;
  return !crossesInRows(graph);
}

function crossesInRows(graph: CanvasGraph): boolean {
  const layout = canvasLayoutOf(graph);
  const routes = canvasRoutesOf(graph, placedBoxes(graph, layout, new Map()), layout);
  return haveCrossing(routes.filter((_, index) => !graph.bundles[index].isInner));
}
