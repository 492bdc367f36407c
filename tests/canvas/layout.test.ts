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
import { generatedDocument, sixtyUnits } from './generated-document';

interface Drawn {
  graph: ReturnType<typeof canvasGraphOf>;
  boxes: Map<string, Box>;
  routes: ReturnType<typeof canvasRoutesOf>;
}

function draw(
  document: ArchitectureDocument,
  deploymentId: string,
  form: 'below' | 'beside' | 'compact' = 'below',
): Drawn {
  const cut = cutOf(document, deploymentId);
  const whole = canvasGraphOf(document, cut);
  const graph = form === 'compact' ? compactGraphOf(whole, cut, new Set()) : whole;
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

const cases = shop.deployments.flatMap(({ id }) =>
  (['below', 'beside', 'compact'] as const).map((form) => ({ id, form })),
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
