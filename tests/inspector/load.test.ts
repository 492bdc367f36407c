import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/architecture/check-document';
import { shop } from '../../src/architecture/shop';
import { withShare } from '../../src/inspector/load/shares';
import {
  curveOf,
  drawnMs,
  initialShapes,
  type LoadShape,
  patternOf,
  shapeOf,
} from '../../src/workspace/load-shapes';

const shapes: LoadShape[] = Object.values(initialShapes);

describe.each(shapes.map((shape) => [shape.kind, shape] as const))('a %s load', (_kind, shape) => {
  test('is recognised in the document, and the document may hold it', () => {
    const pattern = patternOf(shape);
    expect(shapeOf(pattern)).toEqual(shape);
    const load = { kind: 'open' as const, arrivalRatePerSecond: 200, pattern };
    expect(checkDocument({ ...shop, load })).toMatchObject({ ok: true });
  });

  test('is drawn from left to right, to its end', () => {
    const pattern = patternOf(shape);
    const untilMs = drawnMs(pattern);
    const corners = curveOf(pattern, untilMs);
    expect(corners.at(-1)?.atMs).toBe(untilMs);
    corners.reduce((before, corner) => {
      expect(corner.atMs).toBeGreaterThanOrEqual(before.atMs);
      return corner;
    });
  });
});

test('a pattern of somebody’s own is none of the shapes', () => {
  const pattern = [
    { atMs: 0, factor: 2, over: 0 },
    { atMs: 5000, factor: 3, over: 1000 },
  ];
  expect(shapeOf(pattern)).toBeNull();
  expect(curveOf(pattern, 5500).at(-1)).toEqual({ atMs: 5500, factor: 2.5 });
});

describe('the shares of the journeys', () => {
  test('sum to 1 whatever is typed, and the one that was typed is kept', () => {
    const share = fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000);
    const place = fc.integer({ min: 0, max: shop.journeys.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, share), { minLength: 1, maxLength: 6 }), (changes) => {
        let journeys = shop.journeys;
        for (const [index, wanted] of changes) {
          const { id } = shop.journeys[index];
          journeys = withShare(journeys, id, wanted);
          expect(journeys[index].share).toBe(wanted);
          expect(checkDocument({ ...shop, journeys })).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('leave the others as they were to each other', () => {
    const [browse, search, checkout, track] = withShare(shop.journeys, 'browse', 0.2);
    expect([browse.share, search.share, checkout.share, track.share]).toEqual([0.2, 0.5, 0.2, 0.1]);
  });
});
