/** Sizes of what is drawn, px at zoom 1. Compact enough that a deployment of ten units reads at 424 px. */
import type { GraphUnit, UnitForm, UnitShape } from './canvas-graph';
import type { Box, Point } from './layout/box';
import { columnCount, type GridSpacing, gridLayout } from './layout/hull-layout';
import type { LayoutSpacing } from './layout/layout-graph';

export interface Size {
  width: number;
  height: number;
}

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

type Gaps = Omit<LayoutSpacing, 'outsiders' | 'rowWidthMax'>;

const spacing: Gaps = {
  rowGap: 46,
  columnGap: 16,
  footGap: 18,
  footColumnGap: 6,
  groupGap: 12,
};

/** Larger type is wanted in a low pane: there what is saved between the rows makes everything larger. */
export const spacings: Readonly<Record<UnitForm, Gaps>> = {
  whole: spacing,
  broad: { ...spacing, rowGap: 34, footGap: 14 },
  compact: { ...spacing, rowGap: 34, footGap: 14, groupGap: 0 },
  tiny: { ...spacing, rowGap: 24, groupGap: 0 },
};

/** In a small pane a short bar: where the line of the customers begins. */
const shortBar: Size = { width: 56, height: 6 };

export const clientsSizes: Readonly<Record<UnitForm, Size>> = {
  whole: { width: 138, height: 34 },
  broad: { width: 160, height: 36 },
  compact: shortBar,
  tiny: shortBar,
};

type SingleMeasures = Readonly<
  Record<Exclude<UnitShape, 'hull'>, Pick<UnitMeasure, 'size' | 'slots'>>
>;

const compactPill = { size: { width: 136, height: 36 }, slots: null };

/** Of units that are not drawn around several modules. */
const singleMeasures: Readonly<Record<Exclude<UnitForm, 'tiny'>, SingleMeasures>> = {
  whole: {
    card: {
      size: { width: 144, height: 76 },
      slots: { x: 12, y: 30, width: 121, height: 23, cellsMax: 48 },
    },
    can: {
      size: { width: 69, height: 54 },
      slots: { x: 9, y: 43, width: 51, height: 5, cellsMax: 10 },
    },
    pipe: {
      size: { width: 86, height: 54 },
      slots: { x: 13, y: 41, width: 60, height: 5, cellsMax: 12 },
    },
    external: { size: { width: 69, height: 54 }, slots: null },
  },
  broad: {
    card: {
      size: { width: 184, height: 80 },
      slots: { x: 12, y: 32, width: 161, height: 24, cellsMax: 48 },
    },
    can: {
      size: { width: 88, height: 56 },
      slots: { x: 12, y: 46, width: 64, height: 5, cellsMax: 10 },
    },
    pipe: {
      size: { width: 104, height: 56 },
      slots: { x: 15, y: 43, width: 74, height: 5, cellsMax: 12 },
    },
    external: { size: { width: 88, height: 56 }, slots: null },
  },
  compact: {
    card: {
      size: { width: 136, height: 57 },
      slots: { x: 10, y: 29, width: 118, height: 21, cellsMax: 24 },
    },
    can: compactPill,
    pipe: compactPill,
    external: { size: { width: 168, height: 36 }, slots: null },
  },
};

export function measureOf(unit: GraphUnit): UnitMeasure {
  if (unit.form === 'tiny') return tinyMeasureOf(unit);
  if (unit.shape !== 'hull') return { ...singleMeasures[unit.form][unit.shape], modules: [] };
  return unit.form === 'compact' ? compactHullMeasure(unit) : hullMeasure(unit);
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

export const hullPadding = 12;
export const headerHeights: Readonly<Record<UnitForm, number>> = {
  whole: 74,
  broad: 79,
  compact: 60,
  tiny: 60,
};

const hullCards = {
  whole: {
    module: { width: 106, height: 46 },
    store: { width: 72, height: 42 },
    widthMin: 310,
    slotsTop: 47,
  },
  broad: {
    module: { width: 132, height: 48 },
    store: { width: 90, height: 44 },
    widthMin: 384,
    slotsTop: 52,
  },
} as const;

function hullMeasure(unit: GraphUnit): UnitMeasure {
  const cards = hullCards[unit.form === 'broad' ? 'broad' : 'whole'];
  const isStore = unit.modules.every(({ kind }) => kind === 'store' || kind === 'cache');
  const count = unit.modules.length;
  const columns = isStore && count <= 4 ? count : columnCount(count);
  const gaps = isStore ? { columnGap: 8, rowGap: 10 } : { columnGap: 16, rowGap: 26 };
  const card = isStore ? cards.store : cards.module;
  const { size, modules } = hullAround(unit, card, columns, gaps, cards.widthMin);
  const width = size.width - 2 * hullPadding;
  const slots = { x: hullPadding, y: cards.slotsTop, width, height: 19, cellsMax: 80 };
  return { size, modules, slots };
}

function compactHullMeasure(unit: GraphUnit): UnitMeasure {
  const gaps = { columnGap: 10, rowGap: 10 };
  const columns = columnCount(unit.modules.length);
  const { size, modules } = hullAround(unit, { width: 112, height: 36 }, columns, gaps, 220);
  const width = size.width - 2 * hullPadding;
  return { size, modules, slots: { x: hullPadding, y: 32, width, height: 21, cellsMax: 44 } };
}

function hullAround(
  unit: GraphUnit,
  card: Size,
  columns: number,
  gaps: GridSpacing,
  widthMin: number,
): Pick<UnitMeasure, 'size' | 'modules'> {
  const headerHeight = headerHeights[unit.form];
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
export function moduleExtent(form: UnitForm, size: Size): [[number, number], [number, number]] {
  return [
    [hullPadding, headerHeights[form]],
    [size.width - hullPadding, size.height - hullPadding],
  ];
}

/** The place nearest to `box` at which it lies within its hull, relative to it. */
export function withinHull(box: Box, form: UnitForm, hull: Size): Point {
  const [[left, top], [right, bottom]] = moduleExtent(form, hull);
  return {
    x: Math.max(left, Math.min(box.x, right - box.width)),
    y: Math.max(top, Math.min(box.y, bottom - box.height)),
  };
}
