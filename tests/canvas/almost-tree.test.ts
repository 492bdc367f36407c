import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { canvasGraphOf } from '../../src/canvas/canvas-graph';
import { almostTreeRows } from '../../src/canvas/layout/almost-tree';
import { orderWithSubtrees } from '../../src/canvas/layout/fewest-crossings';
import { rowsOf, standingOf } from '../../src/canvas/layout/layered-layout';
import { spannedRows } from '../../src/canvas/layout/spans';
import { spacings } from '../../src/canvas/measures';
import { callsThroughBoxes, crossings, draw, overlapping, standingBoxes } from './drawn';
import { almostTree } from './generated-document';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** The graph of such a document as rows are told it, every service a card. */
function rowsInput(count: number, secondCount: number, seed: number) {
  const document = almostTree(count, secondCount, seed);
  const { units, bundles } = canvasGraphOf(document, cutOf(document, 'cut'));
  const nodes = ['clients', ...units.map(({ nodeId }) => nodeId)].map((id) => ({
    id,
    width: 144,
    height: 76,
  }));
  const links = bundles.map(({ fromId, toId }) => ({ fromId, toId, isWeak: false }));
  const spacing = { ...spacings.whole, rowWidthMax: 4000, outsiders: 'below' } as const;
  return { ...standingOf(nodes, links, spacing), spacing };
}

describe('a tree of calls and one call more', () => {
  it('is drawn without a crossing, as it always can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 150 }), seeds, (count, seed) => {
        expect(crossings(draw(almostTree(count, 1, seed), 'cut'))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a tree of calls and a few calls more', () => {
  it.each([1, 2, 3, 4, 5])(
    'is drawn without a crossing: a hundred services and five calls, %i',
    (seed) => {
      const drawn = draw(almostTree(100, 5, seed), 'cut');
      expect(crossings(drawn)).toEqual([]);
      expect(callsThroughBoxes(drawn)).toEqual([]);
      expect(overlapping(standingBoxes(drawn))).toEqual([]);
    },
  );

  it('leads no call through a box and lays none over another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 200 }),
        fc.integer({ min: 2, max: 30 }),
        seeds,
        (count, secondCount, seed) => {
          const drawn = draw(almostTree(count, secondCount, seed), 'cut');
          expect(callsThroughBoxes(drawn)).toEqual([]);
          expect(overlapping(standingBoxes(drawn))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is laid out the same way every time', () => {
    const drawn = draw(almostTree(300, 20, 7), 'cut');
    const again = draw(almostTree(300, 20, 7), 'cut');
    expect(again.boxes).toEqual(drawn.boxes);
    expect(again.routes).toEqual(drawn.routes);
  });

  it.each([
    [200, 10],
    [500, 10],
    [500, 25],
  ])(
    'crosses less than a fifth as often as in the best order of its rows: %i services, %i calls',
    (count, secondCount) => {
      let threaded = 0;
      let inRows = 0;
      for (const seed of [1, 2, 3]) {
        const { standing, between, feet, spacing } = rowsInput(count, secondCount, seed);
        threaded += almostTreeRows(standing, between, feet, spacing).crossings;
        const plain = rowsOf(standing, between, feet, spacing);
        const { rows, steps } = spannedRows(plain, between, feet, spacing.columnGap);
        inRows += orderWithSubtrees(rows, steps).crossings;
      }
      expect(threaded).toBeLessThan(inRows / 5);
    },
  );
});
