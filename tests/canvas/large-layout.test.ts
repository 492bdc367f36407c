import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientsNodeId } from '../../src/canvas/canvas-graph';
import {
  orderForFewestCrossings,
  orderWithSubtrees,
} from '../../src/canvas/layout/fewest-crossings';
import { largeLayout } from '../../src/canvas/layout/large-layout';
import type { LayoutLink, LayoutNode } from '../../src/canvas/layout/layout-graph';
import { lowerRows } from '../../src/canvas/layout/lower-rows';
import { orderRows } from '../../src/canvas/layout/row-order';
import { spacings } from '../../src/canvas/measures';
import { callsThroughBoxes, type DrawnCalls, draw, overlapping, standingBoxes } from './drawn';
import { generatedDocument } from './generated-document';

const sizes = [
  { width: 144, height: 76 },
  { width: 69, height: 54 },
  { width: 330, height: 240 },
];

/** Boxes of three sizes that call each other at will, also in circles, upwards and by messages. */
const webs = fc.integer({ min: 2, max: 40 }).chain((count) => {
  const place = fc.integer({ min: 0, max: count - 1 });
  return fc.record({
    sizes: fc.array(fc.constantFrom(...sizes), { minLength: count, maxLength: count }),
    calls: fc.uniqueArray(fc.tuple(place, place, fc.boolean()), {
      maxLength: 60,
      selector: ([from, to]) => `${from} ${to}`,
    }),
  });
});

function drawnWeb({ sizes, calls }: typeof webs extends fc.Arbitrary<infer Web> ? Web : never) {
  const idOf = (place: number) => (place === 0 ? clientsNodeId : `unit:${place}`);
  const nodes: LayoutNode[] = sizes.map((size, place) => ({ id: idOf(place), ...size }));
  const links: LayoutLink[] = calls
    .filter(([from, to]) => from !== to)
    .map(([from, to, isWeak]) => ({ fromId: idOf(from), toId: idOf(to), isWeak }));
  const distances = { ...spacings.whole, rowWidthMax: 900, outsiders: 'below' } as const;
  const layout = largeLayout(nodes, links, distances);
  if (layout === null) throw new Error('Nothing stands in a frame here.');
  const bundles = links.map(({ fromId, toId }) => {
    return { id: `${fromId}>${toId}`, fromId, toId, isInner: false };
  });
  const ways = layout.routesAmong(layout.boxes);
  const drawn: DrawnCalls = {
    graph: { units: nodes.slice(1).map(({ id }) => ({ nodeId: id })), bundles },
    boxes: layout.boxes,
    routes: bundles.map(({ id }) => ways.get(id) ?? []),
  };
  return drawn;
}

describe('any web of calls', () => {
  it('has no box over another and no call through a box', () => {
    fc.assert(
      fc.property(webs, (web) => {
        const drawn = drawnWeb(web);
        expect(overlapping(standingBoxes(drawn))).toEqual([]);
        expect(callsThroughBoxes(drawn)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('has a planned way for each call, but for those between neighbours of a row', () => {
    fc.assert(
      fc.property(webs, (web) => {
        const { graph, boxes, routes } = drawnWeb(web);
        graph.bundles.forEach(({ fromId, toId }, index) => {
          if (routes[index].length > 0) return;
          expect(boxes.get(fromId)?.y).toBe(boxes.get(toId)?.y);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a node that was alone in its row', () => {
  it('is kept when it moves down, and its row goes', () => {
    const links = ['ab', 'bc', 'ad'].map(([fromId, toId]) => ({ fromId, toId, isWeak: false }));
    let crossings = 9;
    const rows = lowerRows([['a'], ['d'], ['b'], ['c']], links, {
      hasRoom: () => true,
      // Every move helps.
      crossingsIn: () => crossings--,
      triesMax: 20,
    });
    expect(rows.flat().sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

/** Rows of up to eight, with links from each row to the next. */
const rowsWithLinks = fc
  .array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 5 })
  .chain((lengths) => {
    const rows = lengths.map((length, row) =>
      Array.from({ length }, (_, place) => `${row}.${place}`),
    );
    const linkBelow = fc
      .record({ row: fc.nat({ max: rows.length - 2 }), from: fc.nat(), to: fc.nat() })
      .map(({ row, from, to }) => ({
        fromId: rows[row][from % rows[row].length],
        toId: rows[row + 1][to % rows[row + 1].length],
        isWeak: false,
      }));
    const links = fc.uniqueArray(linkBelow, {
      maxLength: 30,
      selector: ({ fromId, toId }) => `${fromId} ${toId}`,
    });
    return fc.record({ rows: fc.constant(rows), links });
  });

function crossingCount(rows: readonly (readonly string[])[], links: readonly LayoutLink[]): number {
  const placeOf = new Map(rows.flatMap((row) => row.map((id, place) => [id, place] as const)));
  const place = (id: string) => placeOf.get(id) ?? 0;
  return links.reduce((count, { fromId, toId }, index) => {
    const crossed = links
      .slice(index + 1)
      .filter((other) => other.fromId.split('.')[0] === fromId.split('.')[0])
      .filter(
        (other) => (place(fromId) - place(other.fromId)) * (place(toId) - place(other.toId)) < 0,
      );
    return count + crossed.length;
  }, 0);
}

describe('the order within rows', () => {
  it('has never more crossings than sorting by the mean place of the neighbours gives', () => {
    fc.assert(
      fc.property(rowsWithLinks, ({ rows, links }) => {
        const plain = crossingCount(orderRows(rows, links), links);
        const { rows: order, crossings } = orderForFewestCrossings(rows, links);
        expect(crossingCount(order, links)).toBe(crossings);
        expect(crossingCount(order, links)).toBeLessThanOrEqual(plain);
        expect(order.map((row) => [...row].sort())).toEqual(rows.map((row) => [...row].sort()));
      }),
      { numRuns: 100 },
    );
  });

  it('has no more crossings, and the same nodes in each row, once subtrees have been moved', () => {
    fc.assert(
      fc.property(rowsWithLinks, ({ rows, links }) => {
        const { rows: order, crossings } = orderWithSubtrees(rows, links);
        expect(crossingCount(order, links)).toBe(crossings);
        expect(crossings).toBeLessThanOrEqual(orderForFewestCrossings(rows, links).crossings);
        expect(order.map((row) => [...row].sort())).toEqual(rows.map((row) => [...row].sort()));
      }),
      { numRuns: 100 },
    );
  });

  it('has less than half as many where whole subtrees of a tree can change places', () => {
    const callerOf = (node: number) => Math.floor((node - 1) / 3);
    const depthOf = (node: number): number => (node === 0 ? 0 : 1 + depthOf(callerOf(node)));
    const idOf = (node: number) => `${depthOf(node)}.${node}`;
    const nodes = Array.from({ length: 121 }, (_, node) => node);
    const second = [0, 1, 2, 3, 4].map((step) => [13 + 4 * step, 40 + ((29 * step + 7) % 81)]);
    const calls = [...nodes.slice(1).map((node) => [callerOf(node), node]), ...second];
    const links = calls.map(([from, to]) => ({
      fromId: idOf(from),
      toId: idOf(to),
      isWeak: false,
    }));
    const rows = [0, 1, 2, 3, 4].map((depth) =>
      nodes.filter((node) => depthOf(node) === depth).map(idOf),
    );
    const { crossings } = orderForFewestCrossings(rows, links);
    expect(orderWithSubtrees(rows, links).crossings).toBeLessThan(crossings / 2);
  });

  it('has none where everybody has one caller', () => {
    const callers = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(callers, (nats) => {
        const depths = [0];
        const links = nats.map((nat, index) => {
          const caller = nat % (index + 1);
          depths.push(depths[caller] + 1);
          return {
            fromId: `${depths[caller]}.${caller}`,
            toId: `${depths[caller] + 1}.${index + 1}`,
            isWeak: false,
          };
        });
        const rows = Array.from({ length: Math.max(...depths) + 1 }, (_, depth) =>
          depths.flatMap((own, index) => (own === depth ? [`${depth}.${index}`] : [])),
        );
        expect(orderForFewestCrossings(rows, links).crossings).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

/** Trees in which a few have a second caller. */
const almostTrees = fc
  .record({
    callers: fc.array(fc.nat(), { minLength: 13, maxLength: 60 }),
    second: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
  })
  .map(({ callers, second }) => {
    const calls: number[][] = [...callers.map(() => []), []];
    callers.forEach((caller, index) => {
      calls[caller % (index + 1)].push(index + 1);
    });
    for (const [a, b] of second) {
      const [from, to] = [a % calls.length, b % calls.length].sort((x, y) => x - y);
      if (from !== to && !calls[from].includes(to)) calls[from].push(to);
    }
    return calls;
  });

describe('a tree of calls in which a few have a second caller', () => {
  it('has no box over another and no call through a box', () => {
    fc.assert(
      fc.property(almostTrees, (calls) => {
        const drawn = draw(generatedDocument({ calls, unitSizes: [] }), 'cut');
        expect(overlapping(standingBoxes(drawn))).toEqual([]);
        expect(callsThroughBoxes(drawn)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
