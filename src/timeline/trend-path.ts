/** The line of a figure as an SVG path. */
import type { WindowSeries } from '../playback/window-series';
import type { Figure } from './figures';
import type { TimeDomain } from './time-domain';

export interface PlotSize {
  /** CSS pixels of the plot itself, without labels. */
  width: number;
  height: number;
}

export function xOf(timeMs: number, domain: TimeDomain, width: number): number {
  return ((timeMs - domain.fromMs) / (domain.toMs - domain.fromMs)) * width;
}

/** The instant at a place of the plot, within the ends of the chart. */
export function timeAt(x: number, { fromMs, toMs }: TimeDomain, width: number): number {
  return fromMs + Math.min(1, Math.max(0, x / width)) * (toMs - fromMs);
}

/** A row stands at its end, when it was closed. Rows without the figure leave a gap. */
export function trendPath(
  series: WindowSeries,
  figure: Figure,
  domain: TimeDomain,
  axisMax: number,
  size: PlotSize,
): string {
  const { first, last } = rowsWithin(series, domain);
  let path = '';
  let isPenDown = false;
  for (let row = first; row <= last; row += 1) {
    const value = figure.valueOf(series, row);
    if (!Number.isFinite(value)) {
      isPenDown = false;
      continue;
    }
    const x = xOf((row + 1) * series.rowMs, domain, size.width);
    const y = size.height * (1 - Math.min(1, value / axisMax));
    path += `${isPenDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    isPenDown = true;
  }
  return path;
}

/** The largest value of the figure within the domain, 0 where there is none. */
export function largestWithin(series: WindowSeries, figure: Figure, domain: TimeDomain): number {
  const { first, last } = rowsWithin(series, domain);
  let largest = 0;
  for (let row = first; row <= last; row += 1) {
    const value = figure.valueOf(series, row);
    if (value > largest && Number.isFinite(value)) largest = value;
  }
  return largest;
}

function rowsWithin(series: WindowSeries, domain: TimeDomain) {
  return {
    first: Math.max(0, Math.ceil(domain.fromMs / series.rowMs) - 1),
    last: Math.min(series.rowCount - 1, Math.floor(domain.toMs / series.rowMs) - 1),
  };
}
