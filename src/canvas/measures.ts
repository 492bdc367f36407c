/** Sizes of what is drawn, px at zoom 1. Compact enough that a deployment of ten units reads at 424 px. */
import type { GraphUnit } from './canvas-graph';
import type { Box, Point } from './layout/box';
import { columnCount, type GridSpacing, gridLayout } from './layout/hull-layout';
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

export const spacing: Omit<LayoutSpacing, 'outsiders' | 'rowWidthMax'> = {
  rowGap: 46,
  columnGap: 16,
  footGap: 18,
  footColumnGap: 6,
  groupGap: 12,
};

/** A short bar: where the line of the customers begins. */
export const compactClientsSize: Size = { width: 56, height: 6 };

export const tinySpacing: typeof spacing = {
  ...spacing,
  rowGap: 24,
  groupGap: 0,
};

export const compactSpacing: typeof spacing = {
  ...spacing,
  rowGap: 34,
  footGap: 14,
  groupGap: 0,
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
  if (unit.isCompact) return compactMeasureOf(unit);
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

function compactMeasureOf(unit: GraphUnit): UnitMeasure {
  if (unit.isTiny) return tinyMeasureOf(unit);
  const slots = { x: 10, y: 27, width: 98, height: 21, cellsMax: 32 };
  switch (unit.shape) {
    case 'hull':
      return compactHullMeasure(unit);
    case 'card':
      return { size: { width: 116, height: 56 }, modules: [], slots };
    default:
      return { size: { width: 116, height: 36 }, modules: [], slots: null };
  }
}

const tinyModule: Size = { width: 112, height: 32 };

/** A name and a row of slots; in a hull, below them, the modules that are struck. */
function tinyMeasureOf(unit: GraphUnit): UnitMeasure {
  if (unit.shape === 'card') {
    const slots = { x: 10, y: 31, width: 130, height: 14, cellsMax: 24 };
    return { size: { width: 150, height: 50 }, modules: [], slots };
  }
  const width = 280;
  const headHeight = 62;
  const columns = 2;
  const modules = unit.modules.map((_, index) => ({
    x: 12 + (index % columns) * (tinyModule.width + 12),
    y: headHeight + Math.floor(index / columns) * (tinyModule.height + 8),
    ...tinyModule,
  }));
  const rows = Math.ceil(modules.length / columns);
  const height = headHeight + rows * (tinyModule.height + 8);
  const slots = { x: 12, y: 32, width: width - 24, height: 22, cellsMax: 44 };
  return { size: { width, height }, modules, slots };
}

const hullPadding = 12;
const hullHeaderHeight = 74;
const compactHeaderHeight = 60;
const hullWidthMin = 310;
const compactHullWidthMin = 190;

function hullMeasure(unit: GraphUnit): UnitMeasure {
  const isStore = unit.modules.every(({ kind }) => kind === 'store' || kind === 'cache');
  const count = unit.modules.length;
  const columns = isStore && count <= 4 ? count : columnCount(count);
  const gaps = isStore ? { columnGap: 8, rowGap: 10 } : { columnGap: 16, rowGap: 26 };
  const card = isStore ? storeModuleSize : moduleSize;
  const { size, modules } = hullAround(unit, card, columns, gaps, hullHeaderHeight, hullWidthMin);
  const width = size.width - 2 * hullPadding;
  return { size, modules, slots: { x: hullPadding, y: 47, width, height: 19, cellsMax: 80 } };
}

function compactHullMeasure(unit: GraphUnit): UnitMeasure {
  const gaps = { columnGap: 10, rowGap: 10 };
  const columns = columnCount(unit.modules.length);
  const card = { width: 84, height: 32 };
  const { size, modules } = hullAround(
    unit,
    card,
    columns,
    gaps,
    compactHeaderHeight,
    compactHullWidthMin,
  );
  const width = size.width - 2 * hullPadding;
  return { size, modules, slots: { x: hullPadding, y: 31, width, height: 21, cellsMax: 44 } };
}

function hullAround(
  unit: GraphUnit,
  card: Size,
  columns: number,
  gaps: GridSpacing,
  headerHeight: number,
  widthMin: number,
): Pick<UnitMeasure, 'size' | 'modules'> {
  const cards = unit.modules.map(() => card);
  const grid = gridLayout(cards, unit.innerLinks, columns, gaps);
  const bodyWidth = columns * card.width + (columns - 1) * gaps.columnGap;
  const rows = Math.ceil(cards.length / columns);
  const bodyHeight = rows * card.height + (rows - 1) * gaps.rowGap;
  const width = Math.max(widthMin, bodyWidth + 2 * hullPadding);
  const left = (width - bodyWidth) / 2;
  return {
    size: { width, height: headerHeight + bodyHeight + hullPadding },
    modules: grid.map((box) => ({ ...box, x: box.x + left, y: box.y + headerHeight })),
  };
}

/** Where module cards may lie within their hull, relative to it. */
export function moduleExtent(isCompact: boolean, size: Size): [[number, number], [number, number]] {
  return [
    [hullPadding, isCompact ? compactHeaderHeight : hullHeaderHeight],
    [size.width - hullPadding, size.height - hullPadding],
  ];
}

/** The place nearest to `box` at which it lies within its hull, relative to it. */
export function withinHull(box: Box, isCompact: boolean, hull: Size): Point {
  const [[left, top], [right, bottom]] = moduleExtent(isCompact, hull);
  return {
    x: Math.max(left, Math.min(box.x, right - box.width)),
    y: Math.max(top, Math.min(box.y, bottom - box.height)),
  };
}
