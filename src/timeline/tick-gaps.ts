/** Where there is room for something between the labels of a time axis. */
import { tickWidth, timeTicks } from './axis';
import type { TimeDomain } from './time-domain';
import { xOf } from './trend-path';

/** The middle between two labels, or between one and an end of the axis, that is nearest to `x`, px. */
export function gapNear(x: number, domain: TimeDomain, width: number): number {
  const labels = timeTicks(domain.fromMs, domain.toMs, width / tickWidth).map((tickMs) =>
    xOf(tickMs, domain, width),
  );
  // A label at either end reaches as far beyond it as into the axis.
  const marks = [Math.min(0, ...labels), ...labels, Math.max(width, ...labels)];
  const gaps = marks.slice(1).flatMap((mark, index) => {
    const before = marks[index];
    return mark - before >= tickWidth ? [(before + mark) / 2] : [];
  });
  return gaps.reduce(
    (best, gap) => (Math.abs(gap - x) < Math.abs(best - x) ? gap : best),
    gaps[0] ?? x,
  );
}
