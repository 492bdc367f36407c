import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GrowingWindowSeries } from '../../src/playback/window-series';
import { WindowField, windowFieldCount, windowMs } from '../../src/simulation/frame';
import { niceCeil, tickWidth, timeTicks } from '../../src/timeline/axis';
import { faultBands } from '../../src/timeline/fault-bands';
import { figures, rowAt } from '../../src/timeline/figures';
import { gapNear } from '../../src/timeline/tick-gaps';
import { timeDomain } from '../../src/timeline/time-domain';
import { trendPath, xOf } from '../../src/timeline/trend-path';

type WindowValues = Partial<Record<keyof typeof WindowField, number>>;

function seriesOf(windows: WindowValues[]) {
  const series = new GrowingWindowSeries();
  windows.forEach((values, index) => {
    const row = new Float64Array(windowFieldCount);
    row[WindowField.startMs] = index * windowMs;
    for (const [name, value] of Object.entries(values)) {
      row[WindowField[name as keyof typeof WindowField]] = value;
    }
    series.append(row);
  });
  return series;
}

test('what stands on the time axis covers none of its labels', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1400 }),
      fc.integer({ min: 5, max: 600 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (width, seconds, share) => {
        const domain = { fromMs: 0, toMs: seconds * 1000 };
        const x = gapNear(share * width, domain, width);
        for (const tickMs of timeTicks(0, domain.toMs, width / tickWidth)) {
          expect(Math.abs(x - xOf(tickMs, domain, width))).toBeGreaterThanOrEqual(tickWidth / 2);
        }
      },
    ),
  );
});

test('nor the marks of a loop, which a pointer takes hold of', () => {
  const domain = { fromMs: 0, toMs: 90_000 };
  const held = [36_000, 45_000].map((timeMs) => xOf(timeMs, domain, 744));
  const x = gapNear((held[0] + held[1]) / 2, domain, 744, held);
  for (const place of held) expect(Math.abs(x - place)).toBeGreaterThanOrEqual(28);
});

describe('the figures of the chart', () => {
  test('success is what ended well, in full or degraded, of all that ended', () => {
    const series = seriesOf([{ ok: 60, degraded: 20, failed: 20 }]);
    expect(figures.success.valueOf(series, 0)).toBeCloseTo(0.8);
  });

  test('success does not exist where nothing ended', () => {
    expect(figures.success.valueOf(seriesOf([{ arrivals: 5 }]), 0)).toBeNaN();
  });

  test('requests are per second, also before a whole stretch has passed', () => {
    const series = seriesOf(Array.from({ length: 8 }, () => ({ ok: 100 })));
    for (let row = 0; row < 8; row += 1) {
      expect(figures.goodput.valueOf(series, row)).toBeCloseTo(200);
    }
  });

  test('an instant is told by the row that closed last', () => {
    const series = seriesOf([{}, {}, {}]);
    expect(rowAt(series, 0)).toBe(0);
    expect(rowAt(series, 1499)).toBe(2);
    expect(rowAt(series, 1_000_000)).toBe(2);
    expect(rowAt(new GrowingWindowSeries(), 500)).toBe(-1);
  });

  test('a stretch without the figure leaves a gap in the line', () => {
    const p99 = [100, 200, Number.NaN, 100, 100].map((msP99) => ({ msP99 }));
    const path = trendPath(seriesOf(p99), figures.p99, { fromMs: 0, toMs: 2500 }, 200, {
      width: 500,
      height: 100,
    });
    expect(path).toBe('M100.0 50.0L200.0 0.0M400.0 50.0L500.0 50.0');
  });
});

describe('the axes', () => {
  test('a run with an end is shown whole, one without always shows the present', () => {
    expect(timeDomain(95_000, 90_000, 1)).toEqual({ fromMs: 0, toMs: 90_000 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e8, noNaN: true }),
        fc.constantFrom(0.25, 1, 10, 60),
        (timeMs, speed) => {
          const { fromMs, toMs } = timeDomain(timeMs, null, speed);
          expect(fromMs).toBeGreaterThanOrEqual(0);
          expect(fromMs).toBeLessThanOrEqual(timeMs);
          expect(toMs).toBeGreaterThanOrEqual(timeMs);
        },
      ),
    );
  });

  test('round up to a figure that people count in', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
        const nice = niceCeil(value);
        expect(nice).toBeGreaterThanOrEqual(value * (1 - 1e-6));
        expect(nice).toBeLessThanOrEqual(value * 1.6);
      }),
    );
    expect(niceCeil(1)).toBe(1);
    expect(niceCeil(430)).toBe(500);
  });

  test('mark round instants, no more than there is room for', () => {
    expect(timeTicks(0, 90_000, 10)).toEqual(
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map((seconds) => seconds * 1000),
    );
    expect(timeTicks(30_000, 120_000, 4)).toEqual([30_000, 60_000, 90_000, 120_000]);
  });
});

describe('the bands of faults', () => {
  const domain = { fromMs: 0, toMs: 100_000 };
  const period = (fromMs: number, untilMs: number | null) => ({
    target: { kind: 'module' as const, id: 'payment' },
    fault: { kind: 'crash' as const },
    fromMs,
    untilMs,
  });

  test('stand where the faults held, cut at the ends of the chart', () => {
    const bands = faultBands([period(-5000, 20_000), period(90_000, null)], domain, 1000, () => 50);
    expect(bands.map(({ x, width }) => [x, width])).toEqual([
      [0, 200],
      [900, 100],
    ]);
  });

  test('leave out what is not on show', () => {
    const later = { fromMs: 200_000, toMs: 300_000 };
    expect(faultBands([period(0, 20_000)], later, 1000, () => 50)).toEqual([]);
  });

  test('write no label over another', () => {
    const bands = faultBands([period(0, 5000), period(2000, 9000)], domain, 1000, () => 50);
    expect(bands.map(({ hasLabel }) => hasLabel)).toEqual([true, false]);
  });
});
