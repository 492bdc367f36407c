import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberWritingFor } from '../../src/i18n/number-writing';
import { draftOf, happeningOf } from '../../src/timeline/lanes/block-draft';
import { at, type Happening } from '../../src/timeline/lanes/happening';
import { patternDraftOf, patternOfDraft, shapeKinds } from '../../src/timeline/lanes/pattern-draft';
import { patternOf, shapeOf } from '../../src/workspace/load-shapes';

const stated = 200;
const writing = numberWritingFor('en');
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
    const draft = { ...draftOf(happening, null, stated, writing), from: '6' };
    expect(draft.kind).toBe('points');
    expect(happeningOf(draft, 'load', happening, stated, writing).happening).toEqual(
      at(happening, 6000, null),
    );
  });
});
