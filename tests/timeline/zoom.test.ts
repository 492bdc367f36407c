import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowMs } from '../../src/simulation/frame';
import { rowsMax, stretchEnds, stretchesIn } from '../../src/timeline/expanded/table-stretches';
import { brushed, shortestMs, zoomed } from '../../src/timeline/expanded/zoom';
import { readTimelineView } from '../../src/timeline/use-timeline-view';

const whole = { fromMs: 0, toMs: 90_000 };
const instant = fc.double({ min: -10_000, max: 100_000, noNaN: true });

describe('the stretch of time that is shown', () => {
  test('is what the brush went over, in whole windows, in either direction', () => {
    expect(brushed(10_100, 29_900, whole)).toEqual({ fromMs: 10_000, toMs: 30_000 });
    expect(brushed(29_900, 10_100, whole)).toEqual({ fromMs: 10_000, toMs: 30_000 });
  });

  test('lies within the whole and is never too short to read', () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const shown = brushed(one, other, whole);
        if (shown === null) return;
        expect(shown.fromMs).toBeGreaterThanOrEqual(whole.fromMs);
        expect(shown.toMs).toBeLessThanOrEqual(whole.toMs);
        expect(shown.toMs - shown.fromMs).toBeGreaterThanOrEqual(shortestMs);
        expect(shown.fromMs % windowMs).toBe(0);
      }),
    );
  });

  test('keeps the instant of interest where it is, and ends at the whole', () => {
    const once = zoomed(whole, 0.5, 30_000, whole);
    expect(once).toEqual({ fromMs: 15_000, toMs: 60_000 });
    if (once !== null) expect(zoomed(once, 2, 30_000, whole)).toBeNull();
  });

  test('is enlarged around its middle when the instant is not in sight', () => {
    const shown = { fromMs: 40_000, toMs: 60_000 };
    expect(zoomed(shown, 0.5, 80_000, whole)).toEqual({ fromMs: 45_000, toMs: 55_000 });
  });
});

describe('how the reader likes the timeline', () => {
  test('is read back as it was stored', () => {
    const view = { isExpanded: true, pinned: ['queue', 'cost'] as const };
    expect(readTimelineView(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  test('is as at first where the storage holds nothing that is understood', () => {
    const atFirst = { isExpanded: false, pinned: ['success', 'p99'] };
    for (const stored of [null, 7, 'x', {}, { isExpanded: 'yes', pinned: [1] }]) {
      expect(readTimelineView(stored)).toEqual(atFirst);
    }
  });
});

describe('the table beside the charts', () => {
  const seconds = fc.integer({ min: 8, max: 3600 });

  test('covers the time that is shown in few round stretches', () => {
    fc.assert(
      fc.property(seconds, seconds, (from, length) => {
        const domain = { fromMs: from * 500, toMs: (from + length) * 500 };
        const stretches = stretchesIn(domain, Number.POSITIVE_INFINITY);
        const ends = stretchEnds(domain, stretches);
        expect(ends.length).toBeLessThanOrEqual(rowsMax);
        expect(ends.length).toBeGreaterThan(rowsMax / 5);
        expect(ends.every((endMs) => endMs % stretches.stepMs === 0)).toBe(true);
        expect(ends.every((endMs) => endMs > domain.fromMs && endMs <= domain.toMs)).toBe(true);
      }),
    );
  });

  test('ends where the run is known, and is the finer the less of it is', () => {
    const endsOf = (knownMs: number) => {
      const domain = { fromMs: 0, toMs: 300_000 };
      return stretchEnds(domain, stretchesIn(domain, knownMs));
    };
    expect(endsOf(400)).toEqual([]);
    expect(endsOf(1700)).toEqual([500, 1000, 1500]);
    expect(endsOf(61_000)).toHaveLength(12);
    expect(endsOf(61_000).at(-1)).toBe(60_000);
  });
});
