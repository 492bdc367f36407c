import { expect, test } from 'vitest';
import { nearestSeat } from '../../src/canvas/overlay/seat-place';

const cells = [
  { x: 10, y: 10, side: 6 },
  { x: 40, y: 10, side: 6 },
];

/** The cell whose square holds a point. */
function cellUnder({ x, y }: { x: number; y: number }) {
  const isIn = (at: number, from: number, side: number) => at >= from && at < from + side;
  return cells.find((cell) => isIn(x, cell.x, cell.side) && isIn(y, cell.y, cell.side)) ?? null;
}

test('a finger that lands beside the cells means the nearest one, and none from too far away', () => {
  expect(nearestSeat({ x: 12, y: 12 }, 22, cellUnder)).toBe(cells[0]);
  expect(nearestSeat({ x: 24, y: 13 }, 22, cellUnder)).toBe(cells[0]);
  expect(nearestSeat({ x: 32, y: 13 }, 22, cellUnder)).toBe(cells[1]);
  expect(nearestSeat({ x: 12, y: 60 }, 22, cellUnder)).toBeNull();
});
