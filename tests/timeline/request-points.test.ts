import { describe, expect, test } from 'vitest';
import { GrowingWindowSeries } from '../../src/playback/window-series';
import { WindowField, windowFieldCount, windowMs } from '../../src/simulation/frame';
import { chartPointNear, requestPointOf } from '../../src/timeline/request-points';

/** Ten requests in each window, of which so many failed; the 99th percentile as given. */
function seriesOf(windows: readonly { failed: number; msP99: number }[]) {
  const series = new GrowingWindowSeries();
  windows.forEach(({ failed, msP99 }, index) => {
    const row = new Float64Array(windowFieldCount);
    row[WindowField.startMs] = index * windowMs;
    row[WindowField.ok] = 10 - failed;
    row[WindowField.failed] = failed;
    row[WindowField.msP99] = msP99;
    series.append(row);
  });
  return series;
}

const spiky = seriesOf([
  { failed: 0, msP99: 100 },
  { failed: 0, msP99: 900 },
  { failed: 0, msP99: 100 },
  { failed: 2, msP99: Number.NaN },
  { failed: 0, msP99: 400 },
]);

describe('behind a point of a chart', () => {
  test('of response times stand those of its window that took about as long', () => {
    expect(requestPointOf('p99', spiky, 1)).toEqual({
      fromMs: 500,
      toMs: 1000,
      which: { tookMs: 900 },
    });
    expect(requestPointOf('p99', spiky, 3)).toBeNull();
    expect(requestPointOf('p99', spiky, -1)).toBeNull();
  });

  test('of the success stand those that failed, over the windows that it is taken over', () => {
    expect(requestPointOf('success', spiky, 2)).toMatchObject({ fromMs: 0, which: 'usual' });
    expect(requestPointOf('success', spiky, 4)).toEqual({
      fromMs: 500,
      toMs: 2500,
      which: 'failed',
    });
  });

  test('of traffic stands any of them, of capacity and cost none', () => {
    expect(requestPointOf('goodput', spiky, 4)).toMatchObject({ toMs: 2500, which: 'usual' });
    for (const figure of ['cores', 'queue', 'replicas', 'cost'] as const) {
      expect(requestPointOf(figure, spiky, 4)).toBeNull();
    }
  });
});

describe('a point is meant', () => {
  const lines = {
    figureId: 'p99',
    series: [spiky, seriesOf(Array.from({ length: 4 }, () => ({ failed: 0, msP99: 500 })))],
    domain: { fromMs: 0, toMs: 5000 },
    axisMax: 1000,
    size: { width: 100, height: 100 },
  } as const;
  const near = (x: number, y: number) => {
    const found = chartPointNear(lines, x, y, 5);
    return found && [found.line, found.x, found.y].map(Math.round);
  };

  test('where its line passes, also between two points', () => {
    expect(near(20, 12)).toEqual([0, 20, 10]);
    expect(near(17, 35)).toEqual([0, 20, 10]);
    expect(near(31, 52)).toEqual([1, 30, 50]);
  });

  test('by whoever is nearest to it, and not from afar or where nothing is known', () => {
    expect(near(40, 30)).toBeNull();
    expect(near(90, 50)).toBeNull();
    expect(near(50, 60)).toEqual([0, 50, 60]);
  });
});
