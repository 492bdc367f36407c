import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, bottom, right } from '../../src/canvas/layout/box';
import { upright } from '../../src/canvas/layout/edge-route';
import { crossingCount, runsThrough } from '../../src/canvas/layout/line-counts';
import { tracesOf } from '../../src/canvas/layout/line-crossings';
import { foundWay } from '../../src/canvas/layout/way-finder';

/** Boxes in cells of a grid, none over another, at least two of them. */
const someBoxes = fc
  .uniqueArray(
    fc.record({ cell: fc.nat({ max: 35 }), dx: fc.nat({ max: 40 }), dy: fc.nat({ max: 30 }) }),
    {
      minLength: 2,
      maxLength: 18,
      selector: ({ cell }) => cell,
    },
  )
  .map((places) =>
    places.map(({ cell, dx, dy }): Box => {
      return {
        x: (cell % 6) * 240 + dx,
        y: Math.floor(cell / 6) * 160 + dy,
        width: 144,
        height: 76,
      };
    }),
  );

describe('a way that is looked for', () => {
  it('leads from the lower side of one box to the upper side of another, through none', () => {
    fc.assert(
      fc.property(someBoxes, (boxes) => {
        const [from, to] = boxes;
        const way = foundWay(from, to, boxes, []);
        const [start, end] = [way?.at(0)?.from, way?.at(-1)?.to];
        if (way === null || start === undefined || end === undefined) throw new Error('No way.');
        expect([start.y, end.y]).toEqual([bottom(from), to.y]);
        expect(start.x > from.x && start.x < right(from)).toBe(true);
        expect(end.x > to.x && end.x < right(to)).toBe(true);
        way.slice(1).forEach((curve, index) => {
          expect(curve.from).toEqual(way[index].to);
        });
        const [trace] = tracesOf([way]);
        expect(boxes.filter((box) => runsThrough(trace, box))).toEqual([]);
      }),
    );
  });

  it('goes round the end of another one rather than over it', () => {
    const box = (x: number, y: number): Box => ({ x, y, width: 100, height: 50 });
    const boxes = [box(0, 0), box(0, 300), { ...box(-60, 150), width: 40 }, box(140, 150)];
    const across = [upright({ x: -20, y: 175 }, { x: 140, y: 176 })];
    const others = tracesOf([across]);
    const way = foundWay(boxes[0], boxes[1], boxes, others);
    expect(crossingCount(tracesOf([way ?? []]), others)).toBe(0);
  });
});
