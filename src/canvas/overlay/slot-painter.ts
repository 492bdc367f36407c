/** Paints the slots of a unit as cells: free, or in the colour of the journey that holds them. */
import {
  type DeploymentFrame,
  inVainBit,
  ReplicaField,
  ReplicaState,
  UnitField,
  unitFieldCount,
} from '../../simulation/frame';
import type { SlotArea } from '../measures';
import type { CanvasColors } from './canvas-colors';
import { Ink } from './ink';
import { type ReplicaRows, replicaValue } from './replica-rows';
import type { SceneUnit } from './scene';
import { type SlotGrid, slotGridOf } from './slot-grid';
import { packedSlots } from './slot-packing';

/** Corner radius as a share of a cell's side. */
const roundness = 0.26;
const underlineGapPx = 0.5;
const underlinePx = 1.3;
/** How strongly a cell shows that nobody waits for its answer any more. */
const inVainOpacity = 0.38;

export class SlotPainter {
  readonly #solid = new Ink();
  readonly #inVain = new Ink();
  readonly #hatch = new Ink();
  readonly #outlines = new Ink();
  readonly #grids = new Map<string, SlotGrid | null>();
  readonly #counts = new Uint16Array(2 * (inVainBit + 1));

  paint(
    context: CanvasRenderingContext2D,
    unit: SceneUnit,
    frame: DeploymentFrame,
    rows: ReplicaRows,
    colors: CanvasColors,
  ): void {
    if (unit.slots === null) return;
    const first = rows.firstRow[unit.unitIndex];
    const end = rows.firstRow[unit.unitIndex + 1];
    const slotCounts: number[] = [];
    for (let row = first; row < end; row += 1) {
      slotCounts.push(replicaValue(frame, row, ReplicaField.slotCount));
    }
    const grid = this.#gridOf(slotCounts, unit.slots);
    if (grid === null) return;
    const version = frame.units[unit.unitIndex * unitFieldCount + UnitField.version];
    let isReleasing = false;
    for (let row = first; row < end; row += 1) {
      isReleasing ||= replicaValue(frame, row, ReplicaField.version) !== version;
    }
    for (let row = first; row < end; row += 1) {
      const origin = grid.origins[row - first];
      const x = unit.box.x + origin.x;
      const y = unit.box.y + origin.y;
      const isFresh = isReleasing && replicaValue(frame, row, ReplicaField.version) === version;
      this.#replica(frame, row, rows.slotStart[row], grid, x, y, isFresh, colors);
    }
    this.#solid.fill(context);
    context.globalAlpha = inVainOpacity;
    this.#inVain.fill(context);
    context.globalAlpha = 1;
    context.lineWidth = 1;
    this.#hatch.stroke(context);
    this.#outlines.stroke(context);
  }

  #gridOf(slotCounts: readonly number[], area: SlotArea): SlotGrid | null {
    const key = `${area.x} ${area.width} ${area.height} ${slotCounts.join(' ')}`;
    const known = this.#grids.get(key);
    if (known !== undefined) return known;
    const grid = slotGridOf(slotCounts, area);
    if (this.#grids.size > 500) this.#grids.clear();
    this.#grids.set(key, grid);
    return grid;
  }

  #replica(
    frame: DeploymentFrame,
    row: number,
    slotStart: number,
    grid: SlotGrid,
    left: number,
    top: number,
    isFresh: boolean,
    colors: CanvasColors,
  ): void {
    const slotCount = replicaValue(frame, row, ReplicaField.slotCount);
    const state = replicaValue(frame, row, ReplicaField.state);
    const { cellPx, pitchPx, columns, slotsPerCell } = grid;
    const cells = Math.ceil(slotCount / slotsPerCell);
    const isPacked = slotsPerCell > 1;
    const slots = isPacked ? packedSlots(frame.slots, slotStart, slotCount) : frame.slots;
    const start = isPacked ? 0 : slotStart;
    const warm = cells * replicaValue(frame, row, ReplicaField.startupProgress);
    if (isFresh) this.#underline(left, top, cells, grid, colors);
    for (let cell = 0; cell < cells; cell += 1) {
      const x = left + (cell % columns) * pitchPx;
      const y = top + Math.floor(cell / columns) * pitchPx;
      if (state === ReplicaState.crashed || state === ReplicaState.starting) {
        const color = state === ReplicaState.crashed ? colors.failed : colors.muted;
        const outline = this.#outlines.of(color);
        outline.roundRect(x + 0.5, y + 0.5, cellPx - 1, cellPx - 1, cellPx * roundness);
        // How far its start-up has come is how many of its cells are filled.
        if (cell < warm) this.#inVain.of(color).roundRect(x, y, cellPx, cellPx, cellPx * roundness);
        continue;
      }
      // A replica that drains takes no more requests: only what it still has is seen.
      if (state !== ReplicaState.draining)
        this.#solid.of(colors.slotFree).roundRect(x, y, cellPx, cellPx, cellPx * roundness);
      const from = start + cell * slotsPerCell;
      const until = start + Math.min(slotCount, (cell + 1) * slotsPerCell);
      this.#busy(slots, from, until, x, y, cellPx, slotsPerCell, colors);
    }
  }

  /** A line below the cells of a replica that has the version to come. */
  #underline(left: number, top: number, cells: number, grid: SlotGrid, colors: CanvasColors): void {
    const { cellPx, pitchPx, columns } = grid;
    const rowCount = Math.ceil(cells / columns);
    const width = (Math.min(cells, columns) - 1) * pitchPx + cellPx;
    const y = top + (rowCount - 1) * pitchPx + cellPx + underlineGapPx;
    this.#solid.of(colors.ink).rect(left, y, width, underlinePx);
  }

  /** A cell of several slots fills from below, a stripe for each journey in it. */
  #busy(
    slots: Uint8Array,
    from: number,
    until: number,
    x: number,
    y: number,
    cellPx: number,
    slotsPerCell: number,
    colors: CanvasColors,
  ): void {
    if (slotsPerCell === 1) {
      if (slots[from] !== 0) this.#stripe(slots[from], x, y, cellPx, cellPx, true, colors);
      return;
    }
    const counts = this.#counts;
    let highest = 0;
    for (let slot = from; slot < until; slot += 1) {
      counts[slots[slot]] += 1;
      highest = Math.max(highest, slots[slot]);
    }
    let low = y + cellPx;
    for (let value = 1; value <= highest; value += 1) {
      if (counts[value] === 0) continue;
      const height = (cellPx * counts[value]) / slotsPerCell;
      const isWhole = counts[value] === slotsPerCell;
      low -= height;
      this.#stripe(value, x, low, cellPx, height, isWhole, colors);
      counts[value] = 0;
    }
    counts[0] = 0;
  }

  #stripe(
    value: number,
    x: number,
    y: number,
    width: number,
    height: number,
    isWhole: boolean,
    colors: CanvasColors,
  ): void {
    const color = colors.journeys[(value & ~inVainBit) - 1] ?? colors.muted;
    const isInVain = (value & inVainBit) !== 0;
    const path = (isInVain ? this.#inVain : this.#solid).of(color);
    const radius = isWhole ? width * roundness : Math.min(width * roundness, height / 2);
    path.roundRect(x, y, width, height, radius);
    if (!isInVain || height < 3) return;
    const hatch = this.#hatch.of(color);
    const reach = Math.min(width, height);
    hatch.moveTo(x + 0.5, y + reach - 0.5);
    hatch.lineTo(x + reach - 0.5, y + 0.5);
  }
}
