/** A figure of a run, as stories look it up. */

/** How a figure is to be written: a share of 0 to 1, a count, ms, requests per second, a factor, US dollars per hour. */
export type FigureForm = 'share' | 'count' | 'ms' | 'rate' | 'factor' | 'usdPerHour';

export interface StoryFigure {
  /** NaN where the run does not hold it (yet). */
  readonly value: number;
  readonly form: FigureForm;
}

/** A stretch of simulated time, ms. Counts are of what ended after `fromMs`, up to and with `toMs`. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Looks a reference (`monolith.browse.success`) up in a run; NaN where the run has not come so far. */
export type Look = (reference: string, span: Span) => number;
