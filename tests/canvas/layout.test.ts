import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import { shop } from '../../src/architecture/shop';
import { type Box, bottom, type Point, right } from '../../src/canvas/layout/box';
import { isPlain } from '../../src/canvas/plain-rows';
import { recut } from '../../src/workspace/recut/recut';
import {
  callsThroughBoxes,
  crossings,
  draw,
  modulesOutsideTheirHull,
  overlapping,
  standingBoxes,
} from './drawn';
import { generatedDocument, serviceTree, sixtyUnits } from './generated-document';

const cases = shop.deployments.flatMap(({ id }) =>
  (['below', 'beside', 'broadBelow', 'broadBeside', 'compact', 'tiny'] as const).map((form) => ({
    id,
    form,
  })),
);

describe.each(cases)('the shop as $id, $form', ({ id, form }) => {
  const drawn = draw(shop, id, form);

  it('lays no unit over another', () => {
    expect(overlapping(standingBoxes(drawn))).toEqual([]);
  });

  it('keeps every module inside its hull and off its neighbours', () => {
    expect(modulesOutsideTheirHull(drawn)).toEqual([]);
  });

  it('leads no call through a unit', () => {
    expect(callsThroughBoxes(drawn)).toEqual([]);
  });

  it('has no two calls that cross', () => {
    expect(crossings(drawn)).toEqual([]);
  });

  it('gives every call between units a way', () => {
    const missing = drawn.graph.bundles.filter((_, index) => drawn.routes[index].length === 0);
    expect(missing).toEqual([]);
  });
});

describe('the shop in microservices', () => {
  const { graph, boxes } = draw(shop, 'microservices');

  it('hangs every store below the only one that calls it', () => {
    const hanging = graph.units.filter(({ ownerId }) => ownerId !== undefined);
    expect(hanging.map(({ unit }) => unit.id)).toEqual([
      'catalog-db',
      'inventory-db',
      'orders-db',
      'payment-db',
      'card-processor',
    ]);
    for (const { nodeId, ownerId } of hanging) {
      const owner = boxes.get(ownerId ?? '') as Box;
      expect(boxes.get(nodeId)?.y).toBeGreaterThan(bottom(owner));
      expect(boxes.get(nodeId)?.y).toBeLessThan(bottom(owner) + 30);
    }
  });

  it('puts callers above those they wait for', () => {
    for (const { fromId, toId, isDelivery } of graph.bundles) {
      if (isDelivery) continue;
      expect(boxes.get(toId)?.y, `${fromId} calls ${toId}`).toBeGreaterThan(
        boxes.get(fromId)?.y ?? 0,
      );
    }
  });

  it('fits a pane of 424 px with text at almost full size', () => {
    const right = Math.max(...[...boxes.values()].map((box) => box.x + box.width));
    expect(right).toBeLessThanOrEqual(430);
  });
});

/** Any calls without circles among up to 16 modules, in units of one to four. */
const shapes = fc.integer({ min: 1, max: 16 }).chain((count) =>
  fc.record({
    calls: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        index + 1 < count
          ? fc.uniqueArray(fc.integer({ min: index + 1, max: count - 1 }), { maxLength: 3 })
          : fc.constant<number[]>([]),
      ),
    ),
    unitSizes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }),
  }),
);

/** Six to twelve services of which some have several callers. */
const smallWebs = fc
  .integer({ min: 6, max: 12 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        index + 1 < count
          ? fc.uniqueArray(fc.integer({ min: index + 1, max: count - 1 }), { maxLength: 2 })
          : fc.constant<number[]>([]),
      ),
    ),
  );

/** The shop with Payment cut out of its monolith. */
function paymentApart() {
  const move = { deploymentId: 'monolith', moduleIds: ['payment'], intoUnitId: null };
  const outcome = recut(shop, move, ['monolith', 'microservices']);
  if (!outcome.ok) throw new Error('Payment stays where it is.');
  return outcome.result;
}

const apart = paymentApart();
const standing = { 'unit:shop': { x: 0, y: 92 }, 'unit:database': { x: 19, y: 342 } };
const besideProcess = { ...standing, 'unit:card-processor': { x: 402, y: 342 } };

const putBeside = [60, 100, 120, 140, 180, 240, 300].flatMap((y) => [
  ...['orders', 'payment', 'inventory'].map((id) => ({
    document: shop,
    deploymentId: 'microservices',
    id,
    y,
    places: {},
  })),
  { ...apart, id: 'payment', y, places: besideProcess },
]);

it.each(putBeside)(
  'calls begin and end at their boxes and stay among them: $id of $deploymentId put aside, $y px down',
  ({ document, deploymentId, id: movedId, y, places: others }) => {
    const places = new Map<string, Point>(
      Object.entries({ ...others, [`unit:${movedId}`]: { x: 700, y } }),
    );
    const { graph, boxes, routes } = draw(document, deploymentId, 'below', places);
    const rightmost = Math.max(...[...boxes.values()].map(right));
    graph.bundles.forEach(({ id, fromId, toId }, index) => {
      const curves = routes[index];
      const reach = curves.flatMap(({ from, to }) => [from.x, to.x]);
      expect(Math.max(...reach), id).toBeLessThanOrEqual(rightmost + 30);
      expect(touches(curves[0].from, boxes.get(fromId)), id).toBe(true);
      expect(touches(curves[curves.length - 1].to, boxes.get(toId)), id).toBe(true);
      for (const [next, curve] of curves.slice(1).entries()) {
        expect(curve.from, id).toEqual(curves[next].to);
      }
    });
  },
);

/** Whether a point lies on a box or its edge. */
function touches({ x, y }: Point, box: Box | undefined): boolean {
  if (box === undefined) return false;
  return x >= box.x - 1 && x <= right(box) + 1 && y >= box.y - 1 && y <= bottom(box) + 1;
}

describe('a small web of calls', () => {
  it('stands in plain rows only where no two calls cross in them', () => {
    fc.assert(
      fc.property(smallWebs, (calls) => {
        const document = generatedDocument({ calls, unitSizes: [] });
        if (isPlain(document, cutOf(document, 'cut'))) {
          expect(crossings(draw(document, 'cut'))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has a node stand lower where calls would cross right below its callers', () => {
    // With both stores in one row, a call of m1 would cross one of m2.
    const calls = [[1, 2], [3, 4], [3, 4], [], []];
    const drawn = draw(generatedDocument({ calls, unitSizes: [] }), 'cut');
    const heights = standingBoxes(drawn).map(([, { y }]) => y);
    expect(heights.at(-1)).not.toBe(heights.at(-2));
    expect(crossings(drawn)).toEqual([]);
  });
});

describe('any document', () => {
  it('is laid out without overlaps, with modules inside their hulls', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const drawn = draw(generatedDocument(shape), 'cut');
        expect(overlapping(standingBoxes(drawn))).toEqual([]);
        expect(modulesOutsideTheirHull(drawn)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has no call that runs through a unit which is not its end', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(callsThroughBoxes(draw(generatedDocument(shape), 'cut'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is laid out the same way every time', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const document = generatedDocument(shape);
        expect(draw(document, 'cut').boxes).toEqual(draw(document, 'cut').boxes);
      }),
      { numRuns: 20 },
    );
  });
});

/** Trees of calls in which everybody but the first has one caller, often one of the first few. */
const trees = fc
  .record({
    callers: fc.oneof(
      fc.array(fc.nat(), { minLength: 1, maxLength: 20 }),
      fc.array(fc.nat(), { minLength: 20, maxLength: 199 }),
    ),
    hubCount: fc.constantFrom(3, 20, 200),
  })
  .map(({ callers, hubCount }) => {
    const callerOf = callers.map((caller, index) => caller % Math.min(index + 1, hubCount));
    const calls = callers.map(() => [] as number[]);
    callerOf.forEach((caller, index) => {
      calls[caller].push(index + 1);
    });
    return [...calls, []];
  });

describe('any tree of calls', () => {
  it('is drawn without a crossing, a call through a box, or a box over another', () => {
    fc.assert(
      fc.property(trees, (calls) => {
        const drawn = draw(generatedDocument({ calls, unitSizes: [] }), 'cut');
        expect(overlapping(standingBoxes(drawn))).toEqual([]);
        expect(callsThroughBoxes(drawn)).toEqual([]);
        expect(crossings(drawn)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('five hundred services', () => {
  const drawn = draw(serviceTree(500, 2), 'cut');

  it('are drawn without a crossing', () => {
    expect(crossings(drawn)).toEqual([]);
    expect(callsThroughBoxes(drawn)).toEqual([]);
  });

  it('have calls that lead around what is moved into their way', () => {
    const { graph, boxes } = drawn;
    const [, , unit] = graph.units;
    const { x, y, height } = boxes.get(unit.nodeId) as Box;
    const place = { x: x - 20, y: y + height + 60 };
    const moved = graph.units.at(-1)?.nodeId ?? '';
    const strewn = draw(serviceTree(500, 2), 'cut', 'below', new Map([[moved, place]]));
    const through = callsThroughBoxes(strewn).filter((words) => words.endsWith(` ${moved}`));
    expect(through).toEqual([]);
  });

  it('are about as wide as high, so that they fit a page', () => {
    const boxes = standingBoxes(drawn).map(([, box]) => box);
    const width = Math.max(...boxes.map(right));
    const height = Math.max(...boxes.map(bottom));
    expect(width / height).toBeGreaterThan(0.7);
    expect(width / height).toBeLessThan(2);
  });
});

describe('sixty units', () => {
  const drawn = draw(sixtyUnits(), 'cut');

  it('lie apart from each other', () => {
    expect(drawn.graph.units).toHaveLength(60);
    expect(overlapping(standingBoxes(drawn))).toEqual([]);
  });

  it('leave room for their calls', () => {
    expect(callsThroughBoxes(drawn)).toEqual([]);
  });
});
