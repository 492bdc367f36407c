/**
 * How the slots of a unit's replicas become cells: each replica a group of
 * cells of its own; a cell stands for one slot, or for 2, 4, 8 … where there
 * are too many to see.
 */
import type { SlotArea } from '../measures';

export interface SlotGrid {
  slotsPerCell: number;
  /** Side of a cell, px. */
  cellPx: number;
  /** Distance from one cell to the next, px. */
  pitchPx: number;
  /** Cells in a row of one replica. */
  columns: number;
  /** Upper left corner of each replica's cells, px relative to the unit's box. */
  origins: readonly { x: number; y: number }[];
}

const pitchMaxPx = 12;
const pitchMinPx = 6.5;
const pitchStepPx = 0.5;
/** Between two replicas in the same row. */
const replicaGapPx = 6;

/** `slotCounts`: slots of each replica. `null` where there is nothing to show. */
export function slotGridOf(slotCounts: readonly number[], area: SlotArea): SlotGrid | null {
  const slotsMost = Math.max(0, ...slotCounts);
  if (slotsMost === 0) return null;
  for (let slotsPerCell = 1; ; slotsPerCell *= 2) {
    const cells = Math.ceil(slotsMost / slotsPerCell);
    if (cells * slotCounts.length > area.cellsMax && cells > 1) continue;
    const grid = packed(slotCounts.length, cells, area);
    if (grid !== null) return { ...grid, slotsPerCell };
    if (cells === 1) return null;
  }
}

/** The largest cells with which all replicas fit. */
function packed(
  replicaCount: number,
  cells: number,
  area: SlotArea,
): Omit<SlotGrid, 'slotsPerCell'> | null {
  const pitchTop = Math.min(pitchMaxPx, area.height + 1.5);
  const pitchLow = Math.min(pitchMinPx, pitchTop);
  for (let pitch = pitchTop; pitch >= pitchLow; pitch -= pitchStepPx) {
    const gap = Math.max(1.2, pitch * 0.24);
    const rows = Math.floor((area.height + gap) / pitch);
    if (rows < 1) continue;
    const perRow = Math.ceil(replicaCount / rows);
    const rowsEach = perRow === 1 ? Math.floor(rows / replicaCount) : 1;
    const columns = Math.ceil(cells / rowsEach);
    const width = perRow * columns * pitch - gap + (perRow - 1) * replicaGapPx;
    if (width > area.width) continue;
    return {
      cellPx: pitch - gap,
      pitchPx: pitch,
      columns,
      origins: Array.from({ length: replicaCount }, (_, index) => ({
        x: area.x + (index % perRow) * (columns * pitch + replicaGapPx),
        y: area.y + Math.floor(index / perRow) * rowsEach * pitch,
      })),
    };
  }
  return null;
}
