/** The figures that a chart can show, each with its value per row of a series and its axis. */
import type { Format } from '../i18n/format';
import type { WindowSeries } from '../playback/window-series';
import { WindowField } from '../simulation/frame';

/** By what they are about, as a choice lists them. */
export const figureGroups = {
  outcome: ['success'],
  latency: ['p50', 'p95', 'p99'],
  traffic: ['arrivals', 'throughput', 'goodput'],
  capacity: ['cores', 'busiestCores', 'slots', 'busiestSlots', 'queue', 'replicas'],
  price: ['cost'],
} as const;

export type FigureGroup = keyof typeof figureGroups;

export type FigureId = (typeof figureGroups)[FigureGroup][number];

export const figureIds: readonly FigureId[] = Object.values(figureGroups).flat();

/** A figure of the whole, or of whichever part is selected. */
export type PinnedFigure = FigureId | `part:${FigureId}`;

/** The figure itself, of whatever it is. */
export function figureOf(pinned: PinnedFigure): FigureId {
  return pinned.replace('part:', '') as FigureId;
}

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
export const smoothedRows = 4;

function sum(series: WindowSeries, fields: readonly number[], row: number): number {
  let total = 0;
  for (let at = Math.max(0, row - smoothedRows + 1); at <= row; at += 1) {
    for (const field of fields) total += series.columns[field][at];
  }
  return total;
}

const good = [WindowField.ok, WindowField.degraded];
const ended = [...good, WindowField.failed];

function perSecond(fields: readonly number[]): Figure['valueOf'] {
  return (series, row) => {
    const rows = Math.min(smoothedRows, row + 1);
    return sum(series, fields, row) / ((rows * series.rowMs) / 1000);
  };
}

function rateOf(fields: readonly number[]): Figure {
  return {
    valueOf: perSecond(fields),
    axisMaxLeast: 20,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.number(value),
  };
}

function latencyOf(field: number): Figure {
  return {
    valueOf: (series, row) => series.columns[field][row],
    axisMaxLeast: 400,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.duration(value),
  };
}

function shareOf(share: Figure['valueOf']): Figure {
  return {
    valueOf: share,
    axisMaxLeast: 1,
    axisMaxMost: 1,
    write: (format, value) => format.percent(value),
  };
}

function utilizationOf(busyField: number, readyField: number): Figure {
  return shareOf(({ columns }, row) => columns[busyField][row] / columns[readyField][row]);
}

export const figures: Readonly<Record<FigureId, Figure>> = {
  success: shareOf((series, row) => sum(series, good, row) / sum(series, ended, row)),
  p50: latencyOf(WindowField.msP50),
  p95: latencyOf(WindowField.msP95),
  p99: latencyOf(WindowField.msP99),
  arrivals: rateOf([WindowField.arrivals]),
  throughput: rateOf(ended),
  goodput: rateOf(good),
  cores: utilizationOf(WindowField.coresBusyMs, WindowField.coresReadyMs),
  busiestCores: shareOf(({ columns }, row) => columns[WindowField.coreUtilizationMax][row]),
  slots: utilizationOf(WindowField.slotsBusyMs, WindowField.slotsReadyMs),
  busiestSlots: shareOf(({ columns }, row) => columns[WindowField.slotUtilizationMax][row]),
  queue: {
    valueOf: ({ columns, rowMs }, row) => columns[WindowField.slotQueueMs][row] / rowMs,
    axisMaxLeast: 20,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.number(value),
  },
  replicas: {
    valueOf: ({ columns }, row) => columns[WindowField.readyReplicas][row],
    axisMaxLeast: 10,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.number(value),
  },
  cost: {
    valueOf: ({ columns }, row) => columns[WindowField.usdPerHour][row],
    axisMaxLeast: 0.5,
    axisMaxMost: Number.POSITIVE_INFINITY,
    write: (format, value) => format.money(value),
  },
};

/** The row that covers an instant; −1 before the first row was closed. */
export function rowAt(series: WindowSeries, timeMs: number): number {
  return Math.min(series.rowCount, Math.floor(timeMs / series.rowMs) + 1) - 1;
}

/** What a figure was in the row that covers an instant; NaN where that is not known. */
export function valueAt(series: WindowSeries, figure: Figure, timeMs: number): number {
  const row = rowAt(series, timeMs);
  return row >= 0 && timeMs < (row + 1) * series.rowMs ? figure.valueOf(series, row) : Number.NaN;
}
