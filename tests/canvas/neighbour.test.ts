import { expect, test } from 'vitest';
import { neighbourOf } from '../../src/canvas/layout/neighbour';

const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });

test('arrow keys lead to the nearest box that lies that way, and nowhere past the last', () => {
  const boxes = [box(50, 0), box(0, 40), box(60, 40), box(60, 90)];
  expect(neighbourOf(0, boxes, 'down')).toBe(2);
  expect(neighbourOf(2, boxes, 'left')).toBe(1);
  expect(neighbourOf(2, boxes, 'down')).toBe(3);
  expect(neighbourOf(3, boxes, 'up')).toBe(2);
  expect(neighbourOf(0, boxes, 'up')).toBeNull();
});
