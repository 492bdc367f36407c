import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotGridOf } from '../../src/canvas/overlay/slot-grid';

const card = { x: 12, y: 30, width: 121, height: 23, cellsMax: 48 };
const hull = { x: 12, y: 48, width: 350, height: 19, cellsMax: 80 };

describe('the cells of a unit', () => {
  it('stand for one slot each while there is room: two replicas of forty threads are two rows', () => {
    const grid = slotGridOf([40, 40], hull);
    expect(grid?.slotsPerCell).toBe(1);
    expect(grid?.columns).toBe(40);
    expect(grid?.origins[1].y).toBeGreaterThan(grid?.origins[0].y ?? 0);
  });

  it('stand for several slots where there are more than can be seen', () => {
    expect(slotGridOf([64, 64], card)?.slotsPerCell).toBe(4);
    expect(slotGridOf([100_000], card)?.slotsPerCell).toBeGreaterThan(1000);
  });

  it('are not drawn where a unit has no slots', () => {
    expect(slotGridOf([], card)).toBeNull();
    expect(slotGridOf([0, 0], card)).toBeNull();
  });

  it('stay within their area, hold every slot, and are not more than wanted', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.constantFrom(card, hull), (slotCounts, area) => {
        const grid = slotGridOf(slotCounts, area);
        if (grid === null) return;
        const cells = Math.ceil(Math.max(...slotCounts) / grid.slotsPerCell);
        const rows = Math.ceil(cells / grid.columns);
        expect(cells === 1 || cells * slotCounts.length <= area.cellsMax).toBe(true);
        for (const { x, y } of grid.origins) {
          const width = (grid.columns - 1) * grid.pitchPx + grid.cellPx;
          const height = (rows - 1) * grid.pitchPx + grid.cellPx;
          expect(x).toBeGreaterThanOrEqual(area.x);
          expect(x + width).toBeLessThanOrEqual(area.x + area.width + 1e-9);
          expect(y + height).toBeLessThanOrEqual(area.y + area.height + 1e-9);
        }
      }),
    );
  });
});
