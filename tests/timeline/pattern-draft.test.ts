import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shop } from '../../src/architecture/shop';
import { draftOf, happeningOf } from '../../src/timeline/lanes/block-draft';
import { problemsWith } from '../../src/timeline/lanes/check-happening';
import { at, type Happening } from '../../src/timeline/lanes/happening';
import { patternDraftOf, patternOfDraft, shapeKinds } from '../../src/timeline/lanes/pattern-draft';
import { patternOf, shapeOf } from '../../src/workspace/load-shapes';

const stated = 200;
const own = [
  { atMs: 5000, factor: 2, over: 0 },
  { atMs: 9000, factor: 3, over: 500 },
  { atMs: 12_000, factor: 0.5, over: 0 },
];

describe('the shape of a load, typed', () => {
  test('says the same again when it is read back', () => {
    const seconds = fc.integer({ min: 0, max: 90 }).map((count) => count * 1000);
    const length = fc.integer({ min: 1, max: 90 }).map((count) => count * 1000);
    const rate = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...shapeKinds),
        seconds,
        length,
        rate,
        rate,
        (kind, fromMs, lengthMs, peak, low) => {
          fc.pre(peak !== low && (kind !== 'burst' || peak !== stated));
          const draft = { kind, fromMs, untilMs: fromMs + lengthMs, peak, low };
          const read = patternDraftOf(patternOfDraft(draft, stated, []), 0, stated);
          const rates = kind === 'daily' ? { low } : {};
          expect(read).toMatchObject({ kind, fromMs, untilMs: draft.untilMs, ...rates });
          expect(read.peak).toBeCloseTo(peak, 2);
        },
      ),
    );
  });

  test('is a day of exactly the length that was typed, though its twelve pieces are whole milliseconds', () => {
    const pattern = patternOf({ kind: 'daily', dayMs: 13_000, low: 0.2, peak: 2 });
    expect(shapeOf(pattern)).toMatchObject({ kind: 'daily', dayMs: 13_000 });
    for (const [index, { atMs, over }] of pattern.entries()) {
      expect(Number.isInteger(over)).toBe(true);
      expect(pattern[index + 1]?.atMs ?? 130_000).toBe(atMs + over);
    }
  });

  test('moves as a whole, and so does a pattern of somebody’s own', () => {
    for (const pattern of [
      own,
      patternOfDraft({ kind: 'ramp', fromMs: 5000, untilMs: 9000, peak: 400, low: 0 }, stated, []),
    ]) {
      const moved = at({ atMs: 5000, pattern }, 8000, null) as Extract<
        Happening,
        { pattern: unknown }
      >;
      expect(moved.atMs).toBe(8000);
      expect(moved.pattern.map(({ atMs }) => atMs)).toEqual(pattern.map(({ atMs }) => atMs + 3000));
    }
    const happening = { atMs: 5000, pattern: own };
    const draft = { ...draftOf(happening, null, stated), from: '6' };
    expect(draft.kind).toBe('points');
    expect(happeningOf(draft, 'load', happening, stated).happening).toEqual(
      at(happening, 6000, null),
    );
  });

  test('is refused by the rules of the document, with the place in the form', () => {
    const draft = { ...draftOf({ atMs: 0, load: { factor: 1 } }, null, stated), kind: 'ramp' };
    const problemsOf = (change: object) => {
      const typed = { ...draft, from: '5', until: '20', amount: '300', ...change };
      const { happening } = happeningOf(typed, 'load', null, stated);
      return problemsWith(happening, shop).map(({ code, path }) => [code, path]);
    };
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ kind: 'burst' })).toEqual([]);
    expect(problemsOf({ kind: 'steady', amount: '' })).toEqual([]);
    expect(problemsOf({ until: '2' })).toEqual([['too-small', 'over']]);
    expect(problemsOf({ amount: 'many' }).map(([, path]) => path)).toEqual(['factor']);
    expect(problemsOf({ kind: 'burst', until: '2' }).map(([code]) => code)).toEqual([
      'pattern-order',
    ]);
  });
});
