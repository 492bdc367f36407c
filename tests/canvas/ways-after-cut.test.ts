import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grownBy } from '../../src/canvas/layout/box';
import type { Curve } from '../../src/canvas/layout/edge-route';
import { cut, drawn, type Shown } from './cut-diagram';
import { callsThroughBoxes, crossings, type Drawn, standingBoxes } from './drawn';
import { generatedDocument } from './generated-document';

/** Up to forty modules of which each but the first has one caller, not far before it, in units of one to three, and whom to cut. */
const treeCuts = fc.integer({ min: 16, max: 40 }).chain((count) =>
  fc.record({
    callers: fc.tuple(
      ...Array.from({ length: count - 1 }, (_, index) =>
        fc.integer({ min: Math.max(0, Math.floor(index / 3) - 2), max: Math.ceil(index / 2) }),
      ),
    ),
    unitSizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }),
    form: fc.constantFrom('below', 'broadBelow'),
    moduleAt: fc.nat(),
    unitAt: fc.option(fc.nat()),
  }),
);

type TreeCut = typeof treeCuts extends fc.Arbitrary<infer Value> ? Value : never;

interface BeforeAndAfter {
  before: Shown;
  after: Shown;
}

/** `null` where there is nothing to cut. */
function cutTree({ callers, unitSizes, form, moduleAt, unitAt }: TreeCut): BeforeAndAfter | null {
  const calls: number[][] = [[], ...callers.map(() => [])];
  callers.forEach((caller, index) => {
    calls[caller].push(index + 1);
  });
  const document = generatedDocument({ calls, unitSizes });
  const before: Shown = { document, deploymentId: 'cut', form, positions: {} };
  const { units } = document.deployments[0];
  const into = unitAt === null ? null : units[unitAt % units.length].id;
  const after = cut(before, [`m${moduleAt % calls.length}`], into);
  return after === null ? null : { before, after };
}

/** The calls of which neither end has moved or changed its size. */
function callsBetweenWhatStands(before: Drawn, after: Drawn): string[] {
  const stands = (id: string) => {
    const [was, is] = [before.boxes.get(id), after.boxes.get(id)];
    return (
      was !== undefined &&
      is !== undefined &&
      Math.abs(was.x - is.x) < 1 &&
      Math.abs(was.y - is.y) < 1 &&
      was.width === is.width &&
      was.height === is.height
    );
  };
  return after.graph.bundles
    .filter(({ fromId, toId, isInner }) => !isInner && stands(fromId) && stands(toId))
    .map(({ id }) => id);
}

function wayOf({ graph, routes }: Drawn, callId: string): readonly Curve[] {
  return routes[graph.bundles.findIndex(({ id }) => id === callId)];
}

function isSameWay(one: readonly Curve[], other: readonly Curve[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, index) =>
      [
        [from, other[index].from],
        [to, other[index].to],
      ].every(([a, b]) => Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1),
    )
  );
}

describe('a module that is taken out of a tree', () => {
  it('leaves calls between what stands their ways, but where the new process stands in one', () => {
    fc.assert(
      fc.property(treeCuts, (tree) => {
        const shown = cutTree({ ...tree, unitAt: null });
        if (shown === null) return;
        const [before, after] = [drawn(shown.before), drawn(shown.after)];
        // As near to a line as this it would touch it.
        const standing = new Map(
          standingBoxes(after).map(([id, box]) => [id, grownBy(box, 3)] as const),
        );
        const changed = callsBetweenWhatStands(before, after).filter(
          (id) => !isSameWay(wayOf(before, id), wayOf(after, id)),
        );
        const inTheWay = changed.filter((id) => {
          const only = {
            ...before,
            boxes: standing,
            graph: {
              ...after.graph,
              bundles: after.graph.bundles.filter((call) => call.id === id),
            },
            routes: [wayOf(before, id)],
          };
          return callsThroughBoxes(only).length > 0;
        });
        expect(changed).toEqual(inTheWay);
      }),
      { numRuns: 15 },
    );
  });

  it('crosses less than one call more for each that is new', () => {
    const counts = fc.sample(treeCuts, { numRuns: 16, seed: 7 }).map((tree) => {
      const shown = cutTree({ ...tree, unitAt: null });
      if (shown === null) return { fresh: 0, crossed: 0 };
      const [before, after] = [drawn(shown.before), drawn(shown.after)];
      const known = new Set(before.graph.bundles.map(({ id }) => id));
      const fresh = after.graph.bundles.filter(({ id, isInner }) => !isInner && !known.has(id));
      return { fresh: fresh.length, crossed: crossings(after).length - crossings(before).length };
    });
    const sum = (of: 'fresh' | 'crossed') => counts.reduce((total, count) => total + count[of], 0);
    expect(sum('crossed')).toBeLessThan(sum('fresh'));
  });
});
