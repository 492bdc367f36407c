/**
 * A drawing as a grid of lines on which a way can run: beside boxes, beside ways that run already, and
 * between. What stands on a piece of a line and what would be crossed there is known beforehand.
 */
import { type Box, bottom, right } from './box';
import type { Trace } from './line-crossings';

/** Ways keep this far from boxes, px. */
export const clearance = 7;
/** And rows have one so far from them, half-way to the next row as a rule. */
const betweenRows = 21;
/** Beside a way there is room for another one, px. */
const lanePx = 6;
/** Lines closer than this are one, px. */
const sameLine = 2;
/** Ways so close to one another lie on one another, px. */
const onEachOther = 4;

export interface WayGrid {
  xs: readonly number[];
  ys: readonly number[];
  /** By line and piece of it, `across` along x, `along` along y: crossings there; `blocked` where a box is. */
  across: Int32Array;
  along: Int32Array;
  /** How far a piece along y lies on other ways, px. */
  shared: Float64Array;
}

export const blocked = -1;

/** `portsX`: where ways may begin and end. */
export function wayGridOf(
  boxes: readonly Box[],
  traces: readonly Trace[],
  portsX: readonly number[],
): WayGrid {
  const straight = traces.flatMap(straightPieces);
  const xs = distinct([
    ...portsX,
    ...boxes.flatMap((box) => [box.x - clearance, right(box) + clearance]),
    ...straight.flatMap(({ x }) => [x - lanePx, x + lanePx]),
  ]);
  const ys = distinct(
    boxes.flatMap((box) => [
      box.y - clearance,
      box.y - betweenRows,
      bottom(box) + clearance,
      bottom(box) + betweenRows,
    ]),
  );
  const size = xs.length * ys.length;
  const grid = {
    xs,
    ys,
    across: new Int32Array(size),
    along: new Int32Array(size),
    shared: new Float64Array(size),
  };
  for (const trace of traces) countCrossings(grid, trace);
  for (const piece of straight) countShared(grid, piece);
  for (const box of boxes) block(grid, box);
  return grid;
}

function distinct(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, index) => index === 0 || value - sorted[index - 1] >= sameLine);
}

interface Straight {
  x: number;
  top: number;
  bottom: number;
}

function straightPieces({ points }: Trace): Straight[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    const [top, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    return Math.abs(to.x - from.x) < 1 && low - top > 1 ? [{ x: to.x, top, bottom: low }] : [];
  });
}

/** The place of the first line at or beyond a value. */
export function lineFrom(lines: readonly number[], value: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function nearestLine(lines: readonly number[], value: number): number {
  const next = Math.min(lineFrom(lines, value), lines.length - 1);
  return next > 0 && value - lines[next - 1] < lines[next] - value ? next - 1 : next;
}

function countCrossings({ xs, ys, across, along }: WayGrid, { points }: Trace): void {
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    eachLine(xs, from.x, to.x, (column) => {
      const row = lineFrom(ys, valueAt(xs[column], from.x, to.x, from.y, to.y)) - 1;
      if (row >= 0 && row < ys.length - 1) along[column * ys.length + row] += 1;
    });
    eachLine(ys, from.y, to.y, (row) => {
      const column = lineFrom(xs, valueAt(ys[row], from.y, to.y, from.x, to.x)) - 1;
      if (column >= 0 && column < xs.length - 1) across[column * ys.length + row] += 1;
    });
  }
}

/** Lines between two values, one of them included so that a line on which two pieces meet counts once. */
function eachLine(
  lines: readonly number[],
  from: number,
  to: number,
  visit: (line: number) => void,
): void {
  const end = lineFrom(lines, Math.max(from, to));
  for (let line = lineFrom(lines, Math.min(from, to)); line < end; line += 1) visit(line);
}

function valueAt(at: number, from: number, to: number, valueFrom: number, valueTo: number): number {
  return valueFrom + ((at - from) / (to - from)) * (valueTo - valueFrom);
}

function countShared({ xs, ys, shared }: WayGrid, { x, top, bottom: low }: Straight): void {
  const end = lineFrom(xs, x + onEachOther);
  for (let column = lineFrom(xs, x - onEachOther); column < end; column += 1) {
    for (
      let row = Math.max(0, lineFrom(ys, top) - 1);
      row + 1 < ys.length && ys[row] < low;
      row += 1
    ) {
      const length = Math.min(low, ys[row + 1]) - Math.max(top, ys[row]);
      shared[column * ys.length + row] += Math.max(0, length);
    }
  }
}

function block({ xs, ys, across, along }: WayGrid, box: Box): void {
  const near = clearance - 1;
  const columns = [lineFrom(xs, box.x - near), lineFrom(xs, right(box) + near)];
  const rows = [lineFrom(ys, box.y - near), lineFrom(ys, bottom(box) + near)];
  for (let column = Math.max(0, columns[0] - 1); column < columns[1]; column += 1) {
    for (let row = Math.max(0, rows[0] - 1); row < rows[1]; row += 1) {
      const place = column * ys.length + row;
      if (row >= rows[0]) across[place] = blocked;
      if (column >= columns[0]) along[place] = blocked;
    }
  }
}
