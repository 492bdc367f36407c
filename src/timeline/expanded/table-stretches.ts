/** The rows of the table beside the charts: the time that they show, in stretches of a round length. */
import { windowMs } from '../../simulation/frame';
import type { TimeDomain } from '../time-domain';

/** More rows than this nobody reads. */
export const rowsMax = 18;

const roundMs = [1, 2, 4, 10, 20, 40, 60, 120, 240].map((windows) => windows * windowMs);

export interface Stretches {
  readonly stepMs: number;
  /** Where the last one ends that is known and shown. */
  readonly lastMs: number;
}

/** As fine as the rows allow for what is known of the time that is shown. */
export function stretchesIn({ fromMs, toMs }: TimeDomain, knownMs: number): Stretches {
  const untilMs = Math.min(toMs, knownMs);
  const spanMs = Math.max(0, untilMs - fromMs);
  const fits = roundMs.find((ms) => spanMs / ms <= rowsMax);
  const stepMs = fits ?? Math.ceil(spanMs / rowsMax / 60_000) * 60_000;
  return { stepMs, lastMs: Math.floor(untilMs / stepMs) * stepMs };
}

export function areSame(one: Stretches, other: Stretches): boolean {
  return one.stepMs === other.stepMs && one.lastMs === other.lastMs;
}

/** Where each of them ends, ascending. */
export function stretchEnds({ fromMs }: TimeDomain, { stepMs, lastMs }: Stretches): number[] {
  const first = Math.floor(fromMs / stepMs) + 1;
  const count = Math.max(0, Math.floor(lastMs / stepMs) - first + 1);
  return Array.from({ length: count }, (_, at) => (first + at) * stepMs);
}
