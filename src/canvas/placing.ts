/**
 * Where the reader has put things is kept as the whole form draws it. In the broad one, whose boxes
 * are broader and whose rows are closer, the same things stand in the same order, as far from each
 * other as its boxes need.
 */
import type { Position } from '../workspace/positions';
import { moduleNodeId, type UnitForm } from './canvas-graph';
import { headerHeights, hullPadding } from './measures';

interface Stretch {
  x: number;
  y: number;
  /** What stays in its place, in the whole form and in this one. */
  from: Position;
  to: Position;
}

const corner: Position = { x: 0, y: 0 };
const ofUnits: Stretch = { x: 1.26, y: 0.92, from: corner, to: corner };
/** Within their hull: below its head. */
const ofModules: Stretch = {
  x: 1.213,
  y: 1.028,
  from: { x: hullPadding, y: headerHeights.whole },
  to: { x: hullPadding, y: headerHeights.broad },
};

function stretchOf(nodeId: string): Stretch {
  return nodeId.startsWith(moduleNodeId('')) ? ofModules : ofUnits;
}

type Places = Readonly<Record<string, Position>>;

/** Places that were kept, as this form shows them. */
export function shownPlaces(form: UnitForm, kept: Places): Places {
  if (form !== 'broad') return kept;
  const shown = Object.entries(kept).map(([id, { x, y }]): [string, Position] => {
    const { from, to, ...by } = stretchOf(id);
    return [id, { x: to.x + (x - from.x) * by.x, y: to.y + (y - from.y) * by.y }];
  });
  return Object.fromEntries(shown);
}

/** A place in this form, as it is kept. */
export function keptPlace(form: UnitForm, nodeId: string, { x, y }: Position): Position {
  if (form !== 'broad') return { x, y };
  const { from, to, ...by } = stretchOf(nodeId);
  return {
    x: Math.round(from.x + (x - to.x) / by.x),
    y: Math.round(from.y + (y - to.y) / by.y),
  };
}

export function keptPlaces(form: UnitForm, shown: Places): Places {
  const kept = Object.entries(shown).map(([id, place]) => [id, keptPlace(form, id, place)]);
  return Object.fromEntries(kept);
}
