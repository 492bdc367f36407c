/** Finds the request whose cell or dot at a unit is under the pointer: in a slot, or waiting at the door. */
import {
  type DeploymentFrame,
  inVainBit,
  ReplicaField,
  ReplicaState,
  unitFieldCount,
} from '../../simulation/frame';
import type { Box, Point } from '../layout/box';
import { queueDotRadiusPx, walkQueue } from './queue-painter';
import { type ReplicaRows, replicaRowsOf, replicaValue } from './replica-rows';
import type { Scene, SceneUnit } from './scene';
import { type SlotGrid, slotGridOf } from './slot-grid';

export interface Seat {
  unitIndex: number;
  /** Place among the unit's replicas, from 0. */
  replica: number;
  /** Place among the replica's slots; `null` for who waits. */
  slot: number | null;
  /** Place in the replica's queue, 0 for its head; `null` for who has a slot. */
  queuePlace: number | null;
  /** Place of the journey in the document. */
  journey: number;
  isInVain: boolean;
  /** Of the cell or the dot, px of the drawing. */
  box: Box;
}

/** `point` in px of the drawing. `null` where nobody is. */
export function seatAt(frame: DeploymentFrame, scene: Scene, point: Point): Seat | null {
  const rows = replicaRowsOf(frame, frame.units.length / unitFieldCount);
  // From the uppermost: what lies over another unit hides it.
  for (let at = scene.units.length - 1; at >= 0; at -= 1) {
    const unit = scene.units[at];
    const found = slotSeat(frame, unit, rows, point) ?? queueSeat(frame, unit, rows, point);
    if (found !== null || holds(unit.box, point)) return found;
  }
  return null;
}

/** Steps of the search around a point, px. */
const stepPx = 3;

/** What `seatUnder` finds nearest to a point, within `reachPx`. */
export function nearestSeat<Found>(
  { x, y }: Point,
  reachPx: number,
  seatUnder: (point: Point) => Found | null,
): Found | null {
  for (let radius = 0; radius <= reachPx; radius += stepPx) {
    const count = Math.max(1, Math.ceil((2 * Math.PI * radius) / stepPx));
    for (let index = 0; index < count; index += 1) {
      const angle = (2 * Math.PI * index) / count;
      const found = seatUnder({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
      if (found !== null) return found;
    }
  }
  return null;
}

function holds({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.y >= y && point.x < x + width && point.y < y + height;
}

function slotSeat(
  frame: DeploymentFrame,
  unit: SceneUnit,
  rows: ReplicaRows,
  point: Point,
): Seat | null {
  if (unit.slots === null) return null;
  const first = rows.firstRow[unit.unitIndex];
  const end = rows.firstRow[unit.unitIndex + 1];
  const counts: number[] = [];
  for (let row = first; row < end; row += 1) {
    counts.push(replicaValue(frame, row, ReplicaField.slotCount));
  }
  const grid = slotGridOf(counts, unit.slots);
  if (grid === null) return null;
  for (let replica = 0; replica < counts.length; replica += 1) {
    const cell = cellAt(grid, replica, counts[replica], unit.box, point);
    if (cell === null || !isServing(frame, first + replica)) continue;
    const start = rows.slotStart[first + replica];
    const slots = frame.slots.subarray(start, start + counts[replica]);
    const slot = slotIn(slots, cell.index, cell.heightShare, grid.slotsPerCell);
    if (slot < 0 || slots[slot] === 0) return null;
    const kind = kindOf(slots[slot]);
    return { unitIndex: unit.unitIndex, replica, slot, queuePlace: null, ...kind, box: cell.box };
  }
  return null;
}

function isServing(frame: DeploymentFrame, row: number): boolean {
  const state = replicaValue(frame, row, ReplicaField.state);
  return state === ReplicaState.ready || state === ReplicaState.draining;
}

function kindOf(byte: number): Pick<Seat, 'journey' | 'isInVain'> {
  return { journey: (byte & ~inVainBit) - 1, isInVain: (byte & inVainBit) !== 0 };
}

interface Cell {
  index: number;
  /** How far above its lower edge the point is, 0 to 1. */
  heightShare: number;
  box: Box;
}

/** The cell of a replica under a point. Half the gap around it belongs to a cell. */
function cellAt(
  { origins, pitchPx, cellPx, columns, slotsPerCell }: SlotGrid,
  replica: number,
  slotCount: number,
  box: Box,
  point: Point,
): Cell | null {
  const gapPx = pitchPx - cellPx;
  const left = box.x + origins[replica].x;
  const top = box.y + origins[replica].y;
  const column = Math.floor((point.x - left + gapPx / 2) / pitchPx);
  const row = Math.floor((point.y - top + gapPx / 2) / pitchPx);
  const index = row * columns + column;
  const isWithin = column >= 0 && column < columns && row >= 0;
  if (!isWithin || index >= Math.ceil(slotCount / slotsPerCell)) return null;
  const y = top + row * pitchPx;
  return {
    index,
    heightShare: Math.min(1, Math.max(0, (y + cellPx - point.y) / cellPx)),
    box: { x: left + column * pitchPx, y, width: cellPx, height: cellPx },
  };
}

/**
 * The slot that a place of a cell stands for. A cell of several slots shows
 * them sorted by kind from below (`slot-packing`), so that each of its stripes
 * leads to slots of its kind, and all cells together to every slot; −1 for none.
 */
function slotIn(
  slots: Uint8Array,
  cell: number,
  heightShare: number,
  slotsPerCell: number,
): number {
  if (slotsPerCell === 1) return cell;
  const sorted = Array.from(slots.keys())
    .filter((slot) => slots[slot] !== 0)
    .sort((one, other) => slots[one] - slots[other] || one - other);
  const within = Math.min(slotsPerCell - 1, Math.floor(heightShare * slotsPerCell));
  return sorted[cell * slotsPerCell + within] ?? -1;
}

function queueSeat(
  frame: DeploymentFrame,
  unit: SceneUnit,
  rows: ReplicaRows,
  point: Point,
): Seat | null {
  if (unit.slots === null) return null;
  let found: Seat | null = null;
  let distance = queueDotRadiusPx + 1;
  walkQueue(unit, frame, rows, (row, place, journey, x, y) => {
    const own = Math.hypot(point.x - x, point.y - y);
    if (own > distance) return;
    distance = own;
    const side = 2 * queueDotRadiusPx;
    found = {
      unitIndex: unit.unitIndex,
      replica: row - rows.firstRow[unit.unitIndex],
      slot: null,
      queuePlace: place,
      journey,
      isInVain: false,
      box: { x: x - queueDotRadiusPx, y: y - queueDotRadiusPx, width: side, height: side },
    };
  });
  return found;
}
