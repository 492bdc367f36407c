/** The units in which settings are shown and typed, and how many of the document's own one of them is. */

export interface Measure {
  /** Of the document's own units. */
  readonly size: number;
  readonly prefix?: string;
  readonly unit?: string;
}

export const measures = {
  count: { size: 1 },
  milliseconds: { size: 1, unit: 'ms' },
  seconds: { size: 1000, unit: 's' },
  percent: { size: 0.01, unit: '%' },
  factor: { size: 1, prefix: '×' },
  mebibytes: { size: 1, unit: 'MiB' },
  mebibytesPerSecond: { size: 1, unit: 'MiB/s' },
  usdPerHour: { size: 1, unit: '$/h' },
  perSecond: { size: 1, unit: '/s' },
} as const satisfies Record<string, Measure>;

/** The figure that is shown for a value of the document. */
export function shownOf({ size }: Measure, value: number): number {
  return Number((value / size).toPrecision(12));
}

/** The value of the document that a shown figure means. */
export function meantBy({ size }: Measure, shown: number): number {
  return Number((shown * size).toPrecision(12));
}
