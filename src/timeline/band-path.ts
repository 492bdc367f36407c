/** Where most seeds lie at each instant, as the outline of an SVG path. */
import { GrowingWindowSeries, type WindowSeries } from '../playback/window-series';
import { percentile } from '../simulation/replications/percentile';
import type { Figure } from './figures';
import type { TimeDomain } from './time-domain';
import { type PlotSize, xOf } from './trend-path';

/** Nine in ten seeds lie between these. */
const lowest = 0.05;
const highest = 0.95;

export function seriesOfSeeds(windows: readonly Float64Array[]): WindowSeries[] {
  return windows.map((ofSeed) => {
    const series = new GrowingWindowSeries();
    series.append(ofSeed);
    return series;
  });
}

/** Rows without the figure in any seed are left out. */
export function bandPath(
  seeds: readonly WindowSeries[],
  figure: Figure,
  domain: TimeDomain,
  axisMax: number,
  size: PlotSize,
): string {
  const rowCount = Math.min(...seeds.map((series) => series.rowCount));
  const above: string[] = [];
  const below: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const timeMs = (row + 1) * seeds[0].rowMs;
    if (timeMs < domain.fromMs || timeMs > domain.toMs) continue;
    const values = seeds.map((series) => figure.valueOf(series, row));
    const x = xOf(timeMs, domain, size.width).toFixed(1);
    const yOf = (value: number) =>
      (size.height * (1 - Math.min(1, Math.max(0, value / axisMax)))).toFixed(1);
    const top = percentile(values, highest);
    if (!Number.isFinite(top)) continue;
    above.push(`${x} ${yOf(top)}`);
    below.push(`${x} ${yOf(percentile(values, lowest))}`);
  }
  return above.length === 0 ? '' : `M${[...above, ...below.reverse()].join('L')}Z`;
}
