/** Where there is room for something between the labels of a time axis. */
import { tickWidth, timeTicks } from './axis';
import type { TimeDomain } from './time-domain';
import { xOf } from './trend-path';

/** What is taken hold of reaches this far to both sides, px. */
const holdReach = 28;

/**
 * The middle between two labels, or between one and an end of the axis, that is nearest to `x` and
 * clear of what can be taken hold of at `held`, px.
 */
export function gapNear(
  x: number,
  domain: TimeDomain,
  width: number,
  held: readonly number[] = [],
): number {
  const labels = timeTicks(domain.fromMs, domain.toMs, width / tickWidth).map((tickMs) =>
    xOf(tickMs, domain, width),
  );
  // A label at either end reaches as far beyond it as into the axis.
  const marks = [Math.min(0, ...labels), ...labels, Math.max(width, ...labels)];
  const gaps = marks.slice(1).flatMap((mark, index) => {
    const before = marks[index];
    const gap = (before + mark) / 2;
    const isFree = held.every((place) => Math.abs(place - gap) >= holdReach);
    return mark - before >= tickWidth && isFree ? [gap] : [];
  });
  return gaps.reduce(
    (best, gap) => (Math.abs(gap - x) < Math.abs(best - x) ? gap : best),
    gaps[0] ?? x,
  );
}
