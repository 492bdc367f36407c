/** The figures that the chart can show, each with its value per row of a series and its axis. */
import type { Format } from '../i18n/format';
import type { WindowSeries } from '../playback/window-series';
import { WindowField } from '../simulation/frame';

export const figureIds = ['success', 'p99', 'requests', 'cost'] as const;

export type FigureId = (typeof figureIds)[number];

export interface Figure {
  /** NaN where the row has no such figure. */
  valueOf(series: WindowSeries, row: number): number;
  /** The upper end of the axis never lies below this. */
  axisMaxLeast: number;
  /** The upper end of the axis never lies above this. */
  axisMaxMost: number;
  write(format: Format, value: number): string;
}

/** Rates and shares are over this many rows, so that a few requests do not make the line tremble. */
const smoothedRows = 4;

function sum(series: WindowSeries, fields: readonly number[], row: number): number {
  let total = 0;
  for (let at = Math.max(0, row - smoothedRows + 1); at <= row; at += 1) {
    for (const field of fields) total += series.columns[field][at];
  }
  return total;
}

const good = [WindowField.ok, WindowField.degraded];
const ended = [...good, WindowField.failed];

export const figures: Readonly<Record<FigureId, Figure>> = {
  success: {
    valueOf: (series, row) => sum(series, good, row) / sum(series, ended, row),
    axisMaxLeast: 1,
    axisMaxMost: 1,
    write: (format, value) => format.percent(value),
  },
  p99: {
    valueOf: (series, row) => series.columns[WindowField.msP99][row],
    axisMaxLeast: 400,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.duration(value),
  },
  requests: {
    valueOf: (series, row) => {
      const rows = Math.min(smoothedRows, row + 1);
      return sum(series, good, row) / ((rows * series.rowMs) / 1000);
    },
    axisMaxLeast: 20,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.number(value),
  },
  cost: {
    valueOf: (series, row) => series.columns[WindowField.usdPerHour][row],
    axisMaxLeast: 0.5,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.money(value),
  },
};

/** The row that covers an instant; −1 before the first row was closed. */
export function rowAt(series: WindowSeries, timeMs: number): number {
  return Math.min(series.rowCount, Math.floor(timeMs / series.rowMs) + 1) - 1;
}
