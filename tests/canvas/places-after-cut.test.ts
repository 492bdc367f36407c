import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shop } from '../../src/architecture/shop';
import type { DrawingForm } from '../../src/canvas/drawing-form';
import { type Box, bottom, centerX, centerY, right } from '../../src/canvas/layout/box';
import { placesAfterCut } from '../../src/canvas/places-after-cut';
import { recut } from '../../src/workspace/recut/recut';
import { cut, drawn, type Shown } from './cut-diagram';
import { callsThroughBoxes, crossings, overlapping, standingBoxes } from './drawn';
import { generatedDocument } from './generated-document';

function shopAs(deploymentId: string, form: DrawingForm = 'below'): Shown {
  return { document: shop, deploymentId, form, positions: {} };
}

interface Standing {
  id: string;
  before: Box;
  after: Box;
}

/** What is in both pictures. */
function remaining(before: Shown, after: Shown): Standing[] {
  const boxes = new Map(standingBoxes(drawn(after)));
  return standingBoxes(drawn(before)).flatMap(([id, box]) => {
    const now = boxes.get(id);
    return now === undefined ? [] : [{ id, before: box, after: now }];
  });
}

function hasGrown({ before, after }: Standing): boolean {
  return after.width > before.width || after.height > before.height;
}

/** Of a part that shrank the middle of its upper side counts. Places are kept in whole pixels of the whole form. */
function isStill({ before, after }: Standing): boolean {
  return Math.abs(centerX(after) - centerX(before)) < 1 && Math.abs(after.y - before.y) < 1;
}

const moduleIds = shop.deployments[0].units[0].modules;
const forms = ['below', 'beside', 'broadBelow', 'broadBeside'] as const;
const cuts = forms.flatMap((form) => moduleIds.map((id) => ({ form, id })));

describe('a module that gets a process of its own by menu', () => {
  it.each(cuts)('finds a place for $id of the monolith, $form', ({ form, id }) => {
    const before = shopAs('monolith', form);
    const after = cut(before, [id], null) as Shown;
    expect(remaining(before, after).filter((part) => !isStill(part))).toEqual([]);
    expect(overlapping(standingBoxes(drawn(after)))).toEqual([]);
    expect(callsThroughBoxes(drawn(after))).toEqual([]);
    expect(crossings(drawn(after))).toEqual([]);
  });

  it('leaves also what the reader moved where it is', () => {
    const before = { ...shopAs('monolith'), positions: { 'unit:database': { x: 40, y: 620 } } };
    const after = cut(before, ['payment'], null) as Shown;
    expect(after.positions['unit:database']).toEqual({ x: 40, y: 620 });
    expect(remaining(before, after).filter((part) => !isStill(part))).toEqual([]);
  });
});

describe('a part that was let go of', () => {
  it.each(forms)('stands where the reader put it, %s', (form) => {
    const after = cut(shopAs('monolith', form), ['catalog'], null, { x: 700, y: 120 }) as Shown;
    const box = drawn(after).boxes.get('unit:catalog') as Box;
    expect(Math.abs(centerX(box) - 700)).toBeLessThan(1);
    expect(Math.abs(centerY(box) - 120)).toBeLessThan(1);
  });

  it('stands beside a box that it was let go of over', () => {
    const before = shopAs('monolith');
    const hull = drawn(before).boxes.get('unit:shop') as Box;
    const at = { x: right(hull) + 10, y: centerY(hull) };
    const after = cut(before, ['catalog'], null, at) as Shown;
    expect(overlapping(standingBoxes(drawn(after)))).toEqual([]);
    const box = drawn(after).boxes.get('unit:catalog') as Box;
    expect(Math.abs(box.x - right(hull))).toBeLessThan(100);
  });
});

const services = shop.deployments[1].units.filter(
  ({ external, id }) => !external && !id.endsWith('-db'),
);
const merges = services.flatMap(({ id: from }) =>
  services.flatMap(({ id: into }) => (from === into ? [] : [{ from, into }])),
);

describe.each(['below', 'broadBeside'] as const)('two processes that are merged, %s', (form) => {
  it.each(merges)('$from into $into stand where that stood', ({ from, into }) => {
    const before = shopAs('microservices', form);
    const unit = services.find(({ id }) => id === from);
    const after = cut(before, unit?.modules ?? [], into) as Shown;
    expect(overlapping(standingBoxes(drawn(after)))).toEqual([]);
    const target = remaining(before, after).find(({ id }) => id === `unit:${into}`) as Standing;
    expect(Math.abs(target.after.y - target.before.y)).toBeLessThan(1);
    expect(target.after.x).toBeLessThan(target.before.x + 1);
    expect(right(target.after)).toBeGreaterThan(right(target.before) - 1);
  });
});

describe('a diagram of more than four hundred parts', () => {
  const pairs = Array.from({ length: 401 }, () => 2);
  const calls = Array.from({ length: 802 }, (_, index) => (index < 800 ? [index + 2] : []));
  const large = { ...shopAs('cut'), document: generatedDocument({ calls, unitSizes: pairs }) };

  it('is laid out afresh, unless the reader has put something somewhere', () => {
    const ids = ['clients', ...pairs.map((_, index) => `unit:u${index}`)];
    const boxes = new Map(ids.map((id, x) => [id, { x: 400 * x, y: 0, width: 310, height: 132 }]));
    const shown = { form: 'whole', boxes, ways: new Map(), paneAspect: 1 } as const;
    const move = { deploymentId: 'cut', moduleIds: ['m0'], intoUnitId: null };
    const outcome = recut(large.document, move, ['cut']);
    if (!outcome.ok) throw new Error('The first module can be taken out.');
    const { result } = outcome;
    const placesWith = (positions: Shown['positions']) =>
      placesAfterCut({ ...large, positions, ways: undefined, shown }, result, null)?.places ?? null;
    expect(placesWith({})).toBeNull();
    expect(placesWith({ clients: { x: 0, y: 0 } })).toMatchObject({ 'unit:u7': { x: 3200, y: 0 } });
  });
});

/** Calls among up to 16 modules, units of one to four of them, and cuts by place: what, and into whom. */
const cutDocuments = fc.integer({ min: 3, max: 16 }).chain((count) =>
  fc.record({
    calls: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        index + 1 < count
          ? fc.uniqueArray(fc.integer({ min: index + 1, max: count - 1 }), { maxLength: 2 })
          : fc.constant<number[]>([]),
      ),
    ),
    unitSizes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }),
    form: fc.constantFrom(...forms),
    cuts: fc.array(fc.tuple(fc.nat(), fc.option(fc.nat())), { minLength: 1, maxLength: 3 }),
  }),
);

/** Pairs of parts as large as before of which one was beside, or above, the other, and is not any more. */
function disordered(parts: readonly Standing[]): string[] {
  const same = parts.filter(
    ({ before, after }) => before.width === after.width && before.height === after.height,
  );
  return same.flatMap((one) =>
    same.flatMap((other) => {
      const [a, b] = [one.before, other.before];
      const wasLeft = right(a) <= b.x && a.y < bottom(b) && b.y < bottom(a);
      const wasAbove = bottom(a) <= b.y && a.x < right(b) && b.x < right(a);
      const isLeft = right(one.after) <= other.after.x;
      const isAbove = bottom(one.after) <= other.after.y;
      return (wasLeft && !isLeft) || (wasAbove && !isAbove) ? [`${one.id} and ${other.id}`] : [];
    }),
  );
}

type CutDocument = typeof cutDocuments extends fc.Arbitrary<infer Value> ? Value : never;

/** Cuts one after the other, and looks at what each has made of the picture. */
function expectGoodCuts({ cuts: moves, form, ...shape }: CutDocument) {
  let shown: Shown = { ...shopAs('cut', form), document: generatedDocument(shape) };
  for (const [moduleAt, unitAt] of moves) {
    const { id } = shown.document.modules[moduleAt % shown.document.modules.length];
    const { deployments } = shown.document;
    const units = deployments.find((one) => one.id === shown.deploymentId)?.units ?? [];
    const into = unitAt === null ? null : units[unitAt % units.length].id;
    const after = cut(shown, [id], into);
    if (after === null) continue;
    const parts = remaining(shown, after);
    if (!parts.some(hasGrown)) expect(parts.filter((part) => !isStill(part))).toEqual([]);
    expect(disordered(parts)).toEqual([]);
    expect(overlapping(standingBoxes(drawn(after)))).toEqual([]);
    expect(callsThroughBoxes(drawn(after))).toEqual([]);
    shown = after;
  }
}

describe('any cuts of any document', () => {
  it('leave what was there in its place where nothing grows, in its order where something does, and no box over another or in a call’s way', () => {
    fc.assert(fc.property(cutDocuments, expectGoodCuts), { numRuns: 30 });
  });

  it('leave stores where they hang when the module that calls one of them joins a process that grows', () => {
    expectGoodCuts({
      calls: [[7], [5], [], [8], [9], [], [9, 12], [], [], [12], [], [], [13], []],
      unitSizes: [4],
      form: 'broadBelow',
      cuts: [[1, 1]],
    });
  });
});
