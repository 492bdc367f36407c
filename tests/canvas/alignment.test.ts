import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignmentOf } from '../../src/canvas/layout/alignment';

const standing = [
  { x: 0, y: 0, width: 100, height: 50 },
  { x: 300, y: 200, width: 60, height: 50 },
];

describe('a dragged box', () => {
  it('jumps to the middle of one that stands, and a line joins the two', () => {
    const box = { x: 33, y: 400, width: 40, height: 20 };
    const { dx, dy, lines } = alignmentOf(box, standing, 5);
    expect([dx, dy]).toEqual([-3, 0]);
    expect(lines).toEqual([{ x1: 50, y1: 0, x2: 50, y2: 420 }]);
  });

  it('prefers the nearest of several lines', () => {
    // 3 px from the left edge of the second, 1 px from its middle.
    const box = { x: 331, y: 500, width: 400, height: 10 };
    expect(alignmentOf(box, standing, 40).dx).toBe(-1);
  });

  it('is left alone where nothing is near', () => {
    const box = { x: 150, y: 90, width: 31, height: 21 };
    expect(alignmentOf(box, standing, 5)).toEqual({ dx: 0, dy: 0, lines: [] });
  });

  it('never jumps further than the reach, and is in line after the jump', () => {
    const boxes = fc.record({
      x: fc.integer({ min: -200, max: 600 }),
      y: fc.integer({ min: -200, max: 600 }),
      width: fc.integer({ min: 1, max: 200 }),
      height: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 6 }), (box, others) => {
        const { dx, dy, lines } = alignmentOf(box, others, 5);
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(5);
        if (dx !== 0) expect(lines.some(({ x1, x2 }) => x1 === x2)).toBe(true);
        if (dy !== 0) expect(lines.some(({ y1, y2 }) => y1 === y2)).toBe(true);
      }),
    );
  });
});
