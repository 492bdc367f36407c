/** Which requests stand behind a point of a chart. */
import type { WindowSeries } from '../playback/window-series';
import { WindowField } from '../simulation/frame';
import type { RequestPoint } from '../workspace/request-wish';
import { type FigureId, figures, smoothedRows } from './figures';
import type { TimeDomain } from './time-domain';
import { type PlotSize, xOf } from './trend-path';

/** `null` where the row has no such figure, or no single request stands behind it. */
export function requestPointOf(
  figureId: FigureId,
  series: WindowSeries,
  row: number,
): RequestPoint | null {
  const value = row < 0 ? Number.NaN : figures[figureId].valueOf(series, row);
  if (!Number.isFinite(value)) return null;
  const toMs = (row + 1) * series.rowMs;
  const first = Math.max(0, row - smoothedRows + 1);
  const smoothed = { fromMs: first * series.rowMs, toMs };
  switch (figureId) {
    case 'p50':
    case 'p95':
    case 'p99':
      return { fromMs: row * series.rowMs, toMs, which: { tookMs: value } };
    case 'success': {
      const failed = series.columns[WindowField.failed].slice(first, row + 1);
      return { ...smoothed, which: failed.some((count) => count > 0) ? 'failed' : 'usual' };
    }
    case 'arrivals':
    case 'throughput':
    case 'goodput':
      return { ...smoothed, which: 'usual' };
    default:
      return null;
  }
}

export interface ChartPoint {
  /** Place of its line. */
  line: number;
  /** In the plot, CSS pixels. */
  x: number;
  y: number;
  point: RequestPoint;
}

export interface ChartLines {
  figureId: FigureId;
  series: readonly WindowSeries[];
  domain: TimeDomain;
  axisMax: number;
  size: PlotSize;
}

/** The point of a line nearest to a place of the plot; `null` where no line passes within `reachPx`. */
export function chartPointNear(
  { figureId, series, domain, axisMax, size }: ChartLines,
  x: number,
  y: number,
  reachPx: number,
): ChartPoint | null {
  let nearest: ChartPoint | null = null;
  let distance = reachPx;
  const timeMs = domain.fromMs + (x / size.width) * (domain.toMs - domain.fromMs);
  series.forEach((own, line) => {
    const pointAt = (row: number): ChartPoint | null => {
      const point = row < own.rowCount ? requestPointOf(figureId, own, row) : null;
      if (point === null) return null;
      const share = Math.min(1, figures[figureId].valueOf(own, row) / axisMax);
      return { line, x: xOf(point.toMs, domain, size.width), y: size.height * (1 - share), point };
    };
    const row = Math.min(own.rowCount, Math.round(timeMs / own.rowMs)) - 1;
    const point = pointAt(row);
    if (point === null) return;
    const around = [pointAt(row - 1), pointAt(row + 1)].map((end) => end ?? point);
    const away = Math.min(...around.map((end) => distanceTo(point, end, x, y)));
    if (away > distance) return;
    distance = away;
    nearest = point;
  });
  return nearest;
}

interface Place {
  x: number;
  y: number;
}

/** How far from the straight line between two places. */
function distanceTo(one: Place, other: Place, x: number, y: number): number {
  const width = other.x - one.x;
  const height = other.y - one.y;
  const lengthSquared = width * width + height * height;
  const along =
    lengthSquared === 0 ? 0 : ((x - one.x) * width + (y - one.y) * height) / lengthSquared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(one.x + share * width - x, one.y + share * height - y);
}
