/** Sizes of what is drawn, px at zoom 1. Compact enough that a deployment of ten units reads at 424 px. */
import type { GraphUnit } from './canvas-graph';
import type { Box } from './layout/box';
import { columnCount, gridLayout } from './layout/hull-layout';
import type { LayoutSpacing } from './layout/layout-graph';

export interface Size {
  width: number;
  height: number;
}

export const clientsSize: Size = { width: 128, height: 34 };
const cardSize: Size = { width: 144, height: 76 };
const canSize: Size = { width: 69, height: 54 };
const pipeSize: Size = { width: 86, height: 54 };
const externalSize: Size = { width: 69, height: 54 };
const moduleSize: Size = { width: 106, height: 46 };
const storeModuleSize: Size = { width: 72, height: 42 };

const hullPadding = 12;
const hullHeaderHeight = 76;
const hullWidthMin = 210;

export const spacing: LayoutSpacing = {
  rowGap: 46,
  columnGap: 16,
  footGap: 18,
  footColumnGap: 6,
  rowWidthMax: 1500,
  groupGap: 20,
};

/** Where a unit's slots are painted, relative to its box, and how many cells are wanted at most. */
export interface SlotArea extends Box {
  cellsMax: number;
}

export interface UnitMeasure {
  size: Size;
  /** Module cards relative to the hull, in the order of the unit's modules; empty but for hulls. */
  modules: Box[];
  slots: SlotArea | null;
}

export function measureOf(unit: GraphUnit): UnitMeasure {
  switch (unit.shape) {
    case 'hull':
      return hullMeasure(unit);
    case 'card':
      return {
        size: cardSize,
        modules: [],
        slots: { x: 12, y: 30, width: 121, height: 23, cellsMax: 48 },
      };
    case 'can':
      return {
        size: canSize,
        modules: [],
        slots: { x: 9, y: 43, width: 51, height: 5, cellsMax: 10 },
      };
    case 'pipe':
      return {
        size: pipeSize,
        modules: [],
        slots: { x: 13, y: 41, width: 60, height: 5, cellsMax: 12 },
      };
    case 'external':
      return { size: externalSize, modules: [], slots: null };
  }
}

function hullMeasure(unit: GraphUnit): UnitMeasure {
  const isStore = unit.modules.every(({ kind }) => kind === 'store' || kind === 'cache');
  const card = isStore ? storeModuleSize : moduleSize;
  const count = unit.modules.length;
  const columns = isStore && count <= 4 ? count : columnCount(count);
  const gaps = isStore ? { columnGap: 8, rowGap: 10 } : { columnGap: 16, rowGap: 30 };
  const grid = gridLayout(
    unit.modules.map(() => card),
    unit.innerLinks,
    columns,
    gaps,
  );
  const bodyWidth = columns * card.width + (columns - 1) * gaps.columnGap;
  const rows = Math.ceil(count / columns);
  const bodyHeight = rows * card.height + (rows - 1) * gaps.rowGap;
  const width = Math.max(hullWidthMin, bodyWidth + 2 * hullPadding);
  const left = (width - bodyWidth) / 2;
  return {
    size: { width, height: hullHeaderHeight + bodyHeight + hullPadding },
    modules: grid.map((box) => ({ ...box, x: box.x + left, y: box.y + hullHeaderHeight })),
    slots: {
      x: hullPadding,
      y: 48,
      width: width - 2 * hullPadding,
      height: 19,
      cellsMax: 80,
    },
  };
}

/** Where module cards may be dragged to within their hull. */
export function moduleExtent(size: Size): [[number, number], [number, number]] {
  return [
    [hullPadding, hullHeaderHeight],
    [size.width - hullPadding, size.height - hullPadding],
  ];
}
