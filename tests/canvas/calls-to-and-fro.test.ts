import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { canvasRoutesOf } from '../../src/canvas/canvas-routes';
import { type Box, overlaps, type Point } from '../../src/canvas/layout/box';
import { pointOn } from '../../src/canvas/layout/edge-route';
import { recut } from '../../src/workspace/recut/recut';
import { crossings, type DrawnCalls, draw, isInside, overlapping, standingBoxes } from './drawn';

const shopAndCatalog = new Set(['unit:shop>unit:catalog', 'unit:catalog>unit:shop']);

/** The monolith with its catalog apart: each calls the other. */
function catalogApart() {
  const move = { deploymentId: 'monolith', moduleIds: ['catalog'], intoUnitId: null };
  const givenIds = shop.deployments.map(({ id }) => id);
  const outcome = recut(shop, move, givenIds);
  if (!outcome.ok) throw new Error('The catalog can be taken out.');
  return outcome.result;
}

/** Two boxes that call each other, and others around them. */
function drawnPair(boxes: readonly Box[]): DrawnCalls {
  const named = boxes.map((box, index) => [`box ${index}`, box] as const);
  const call = (fromId: string, toId: string) => ({
    id: `${fromId}>${toId}`,
    fromId,
    toId,
    isInner: false,
    edgeIndices: [],
    isAsync: false,
    isDelivery: false,
  });
  const bundles = [call('box 0', 'box 1'), call('box 1', 'box 0')];
  const graph = { units: [], bundles, bundleOfEdge: new Int32Array() };
  const standing = new Map(named);
  const routes = canvasRoutesOf(graph, standing);
  return {
    graph: { ...graph, units: named.map(([nodeId]) => ({ nodeId })) },
    boxes: standing,
    routes,
  };
}

function pointsOf({ routes }: DrawnCalls): Point[] {
  const shares = Array.from({ length: 33 }, (_, step) => step / 32);
  return routes.flatMap((curves) =>
    curves.flatMap((curve) => shares.map((share) => pointOn(curve, share))),
  );
}

const boxAnywhere = fc.record({
  x: fc.integer({ min: -300, max: 300 }),
  y: fc.integer({ min: -300, max: 300 }),
  width: fc.integer({ min: 69, max: 310 }),
  height: fc.integer({ min: 54, max: 300 }),
});

describe('two calls to and fro between the same boxes', () => {
  it('do not cross and run through neither, however the two lie', () => {
    fc.assert(
      fc.property(boxAnywhere, boxAnywhere, (one, other) => {
        fc.pre(!overlaps(one, other));
        const drawn = drawnPair([one, other]);
        expect(crossings(drawn)).toEqual([]);
        const inside = pointsOf(drawn).filter((point) =>
          [one, other].some((box) => isInside(box, point)),
        );
        expect(inside).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('do not cross where other boxes lie in their way', () => {
    fc.assert(
      fc.property(fc.array(boxAnywhere, { minLength: 3, maxLength: 8 }), (tried) => {
        const boxes = tried.filter(
          (box, index) => !tried.slice(0, index).some((before) => overlaps(box, before)),
        );
        fc.pre(boxes.length > 2);
        expect(crossings(drawnPair(boxes))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('do not cross in the shop, wherever its catalog is put', () => {
    const { document, deploymentId } = catalogApart();
    const places = fc.record({
      x: fc.integer({ min: -400, max: 900 }),
      y: fc.integer({ min: -400, max: 900 }),
    });
    fc.assert(
      fc.property(places, (place) => {
        const drawn = draw(document, deploymentId, 'below', new Map([['unit:catalog', place]]));
        expect(drawn.graph.bundles.filter(({ id }) => shopAndCatalog.has(id))).toHaveLength(2);
        fc.pre(overlapping(standingBoxes(drawn)).length === 0);
        const crossed = crossings(drawn).map((words) => words.split(' with '));
        expect(crossed.filter((ids) => ids.every((id) => shopAndCatalog.has(id)))).toEqual([]);
      }),
      { numRuns: 60, examples: [[{ x: -76, y: 296 }]] },
    );
  });
});
