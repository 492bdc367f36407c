import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOf } from '../../src/architecture/cut';
import type { ArchitectureDocument } from '../../src/architecture/document';
import { shop } from '../../src/architecture/shop';
import { canvasGraphOf, clientsNodeId, moduleNodeId } from '../../src/canvas/canvas-graph';
import { canvasLayoutOf, placedBoxes } from '../../src/canvas/canvas-layout';
import { canvasRoutesOf } from '../../src/canvas/canvas-routes';
import { compactGraphOf } from '../../src/canvas/compact-graph';
import { type Box, bottom, contains, overlaps } from '../../src/canvas/layout/box';
import { samplePath } from '../../src/canvas/layout/path-table';
import { type DrawingForm, isSmallForm } from '../../src/canvas/use-drawing';
import { generatedDocument, sixtyUnits } from './generated-document';

interface Drawn {
  graph: ReturnType<typeof canvasGraphOf>;
  boxes: Map<string, Box>;
  routes: ReturnType<typeof canvasRoutesOf>;
}

function draw(
  document: ArchitectureDocument,
  deploymentId: string,
  form: DrawingForm = 'below',
): Drawn {
  const cut = cutOf(document, deploymentId);
  const whole = canvasGraphOf(document, cut);
  const graph = isSmallForm(form)
    ? compactGraphOf(whole, cut, new Set(['payment']), form === 'tiny')
    : whole;
  const layout = canvasLayoutOf(graph, form === 'beside' ? 'beside' : 'below');
  const boxes = placedBoxes(graph, layout, new Map());
  return { graph, boxes, routes: canvasRoutesOf(graph, boxes) };
}

function standingBoxes({ graph, boxes }: Drawn): [string, Box][] {
  const ids = [clientsNodeId, ...graph.units.map(({ nodeId }) => nodeId)];
  return ids.map((id) => [id, boxes.get(id)] as [string, Box]);
}

function overlapping(named: readonly [string, Box][]): string[] {
  return named.flatMap(([id, box], index) =>
    named
      .slice(index + 1)
      .filter(([, other]) => overlaps(box, other))
      .map(([otherId]) => `${id} over ${otherId}`),
  );
}

function modulesOutsideTheirHull({ graph, boxes }: Drawn): string[] {
  return graph.units.flatMap((unit) => {
    if (unit.shape !== 'hull') return [];
    const hull = boxes.get(unit.nodeId) as Box;
    const named = unit.modules.map(({ id }) => [id, boxes.get(moduleNodeId(id))] as [string, Box]);
    const outside = named.filter(([, box]) => !contains(hull, box)).map(([id]) => id);
    return [...outside, ...overlapping(named)];
  });
}

/** Calls between units that run through a unit which is neither of their ends. */
function callsThroughUnits({ graph, boxes, routes }: Drawn): string[] {
  return graph.bundles.flatMap((bundle, index) => {
    if (bundle.isInner) return [];
    const { points } = samplePath(routes[index]);
    const others = graph.units
      .map(({ nodeId }) => nodeId)
      .filter((id) => id !== bundle.fromId && id !== bundle.toId);
    const struck = others.filter((id) => hasPointInside(boxes.get(id) as Box, points));
    return struck.map((id) => `${bundle.id} through ${id}`);
  });
}

function hasPointInside(box: Box, points: Float32Array): boolean {
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] - box.x;
    const y = points[at + 1] - box.y;
    if (x > 0.01 && x < box.width - 0.01 && y > 0.01 && y < box.height - 0.01) return true;
  }
  return false;
}

/** Pairs of calls between units that cross, but for those that share an end. */
function crossings({ graph, routes }: Drawn): string[] {
  const lines = graph.bundles.flatMap((bundle, index) =>
    bundle.isInner ? [] : [{ bundle, points: samplePath(routes[index]).points }],
  );
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => !sharesEnd(one.bundle, other.bundle) && cross(one.points, other.points))
      .map((other) => `${one.bundle.id} with ${other.bundle.id}`),
  );
}

interface Ends {
  fromId: string;
  toId: string;
}

function sharesEnd(one: Ends, other: Ends): boolean {
  return [one.fromId, one.toId].some((id) => id === other.fromId || id === other.toId);
}

function cross(one: Float32Array, other: Float32Array): boolean {
  for (let a = 0; a + 3 < one.length; a += 2) {
    for (let b = 0; b + 3 < other.length; b += 2) {
      if (areCrossing(one.subarray(a, a + 4), other.subarray(b, b + 4))) return true;
    }
  }
  return false;
}

/** Whether two straight pieces, each `x1 y1 x2 y2`, cross. */
function areCrossing(one: Float32Array, other: Float32Array): boolean {
  return liesAcross(one, other) && liesAcross(other, one);
}

/** Whether the ends of the second piece lie on either side of the first. */
function liesAcross([x1, y1, x2, y2]: Float32Array, piece: Float32Array): boolean {
  const side = (x: number, y: number) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  return side(piece[0], piece[1]) * side(piece[2], piece[3]) < -1e-6;
}

const cases = shop.deployments.flatMap(({ id }) =>
  (['below', 'beside', 'compact', 'tiny'] as const).map((form) => ({ id, form })),
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
    expect(callsThroughUnits(drawn)).toEqual([]);
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
        expect(callsThroughUnits(draw(generatedDocument(shape), 'cut'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has no crossings where every unit has one caller', () => {
    const trees = fc
      .array(fc.nat(), { maxLength: 14 })
      .map((callers) => callers.map((caller, index) => caller % (index + 1)));
    fc.assert(
      fc.property(trees, (callerOf) => {
        const calls = Array.from({ length: callerOf.length + 1 }, (_, caller) =>
          callerOf.flatMap((own, index) => (own === caller ? [index + 1] : [])),
        );
        const drawn = draw(generatedDocument({ calls, unitSizes: [] }), 'cut');
        expect(crossings(drawn)).toEqual([]);
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

describe('sixty units', () => {
  const drawn = draw(sixtyUnits(), 'cut');

  it('lie apart from each other', () => {
    expect(drawn.graph.units).toHaveLength(60);
    expect(overlapping(standingBoxes(drawn))).toEqual([]);
  });

  it('leave room for their calls', () => {
    expect(callsThroughUnits(drawn)).toEqual([]);
  });
});
