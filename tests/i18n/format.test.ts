import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFor, noFigure } from '../../src/i18n/format';

const es = formatFor('es');
const en = formatFor('en');

/** Spaces as a reader sees them. */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('figures', () => {
  test('follow the conventions of the language', () => {
    expect(seen(es.percent(0.31))).toBe('31 %');
    expect(en.percent(0.31)).toBe('31%');
    expect(seen(es.duration(8200))).toBe('8,2 s');
    expect(seen(en.duration(8200))).toBe('8.2 s');
    expect(seen(es.money(1.92))).toBe('1,92 $');
    expect(en.money(1.92)).toBe('$1.92');
    expect(es.clock(34_260)).toBe('00:34,2');
    expect(en.clock(34_260)).toBe('00:34.2');
    expect(es.instant(34_125)).toBe('00:34,125');
    expect(en.instant(34_125.04)).toBe('00:34.125');
    expect(en.factor(50)).toBe('×50');
    expect(es.factor(1.5)).toBe('×1,5');
  });

  test('separate thousands: with a space from five digits on in Spanish, with a comma in English', () => {
    expect(seen(es.number(1840))).toBe('1840');
    expect(seen(es.number(12_345))).toBe('12 345');
    expect(en.number(1840)).toBe('1,840');
  });

  test('do not break from their unit at the end of a line', () => {
    for (const text of [es.percent(0.5), es.duration(20), es.money(2), es.number(1e6)]) {
      expect(text).not.toContain(' ');
    }
  });

  test('choose the unit of a duration by its size', () => {
    expect(seen(en.duration(0.42))).toBe('0.4 ms');
    expect(seen(en.duration(9.94))).toBe('9.9 ms');
    expect(seen(en.duration(9.96))).toBe('10 ms');
    expect(seen(en.duration(999.4))).toBe('999 ms');
    expect(seen(en.duration(999.6))).toBe('1.0 s');
    expect(seen(en.duration(9960))).toBe('10 s');
    expect(seen(en.duration(95_000))).toBe('95 s');
  });

  test('that do not exist are a dash', () => {
    for (const value of [Number.NaN, null, Number.POSITIVE_INFINITY]) {
      expect(en.number(value)).toBe(noFigure);
      expect(en.percent(value)).toBe(noFigure);
      expect(en.duration(value)).toBe(noFigure);
      expect(en.money(value)).toBe(noFigure);
      expect(en.rate(value)).toBe(noFigure);
      expect(en.factor(value)).toBe(noFigure);
    }
  });

  test('a share is written as all or nothing only when it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
        (share) => {
          expect(en.percent(share)).not.toBe('100%');
          expect(en.percent(share)).not.toBe('0%');
        },
      ),
    );
    expect(en.percent(1)).toBe('100%');
    expect(en.percent(0)).toBe('0%');
    expect(en.percent(0.99996)).toBe('99.9%');
  });

  test('an instant is told to the thousandth, and what lies between two of them by itself', () => {
    expect(en.microseconds(34_125.04)).toBe('040');
    expect(en.microseconds(34_125)).toBe('');
    // What is lost in the arithmetic is no time.
    expect(en.instant(34_124.999_999_99)).toBe('00:34.125');
    expect(en.microseconds(34_124.999_999_99)).toBe('');
    expect(en.instant(59_999.9999)).toBe('01:00.000');
  });

  test('the clock never shows a second that has not come', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3_600_000, noNaN: true }), (ms) => {
        const [minutes, seconds] = en.clock(ms).split(':').map(Number);
        const shownMs = minutes * 60_000 + seconds * 1000;
        expect(shownMs).toBeLessThanOrEqual(ms + 1e-6);
        expect(shownMs).toBeGreaterThan(ms - 100.001);
      }),
    );
  });
});
