/** Which stretch of time the charts show, as the reader wants it. */
import { windowMs } from '../../simulation/frame';
import type { TimeDomain } from '../time-domain';

/** Less than this is not shown: eight windows, ms. */
export const shortestMs = 8 * windowMs;

const snapped = (timeMs: number) => Math.round(timeMs / windowMs) * windowMs;

/** Within the whole, at whole windows, not too short; `null` where that is the whole itself. */
function fitted(fromMs: number, spanMs: number, whole: TimeDomain): TimeDomain | null {
  const wholeMs = whole.toMs - whole.fromMs;
  const keptMs = Math.max(shortestMs, snapped(spanMs));
  if (keptMs >= wholeMs) return null;
  const start = Math.min(Math.max(snapped(fromMs), whole.fromMs), whole.toMs - keptMs);
  return { fromMs: start, toMs: start + keptMs };
}

/** What a stroke of the brush from one instant to another shows, whichever comes first. */
export function brushed(oneMs: number, otherMs: number, whole: TimeDomain): TimeDomain | null {
  return fitted(Math.min(oneMs, otherMs), Math.abs(otherMs - oneMs), whole);
}

/** So many times the time that is shown, with `aroundMs` where it is. */
export function zoomed(
  shown: TimeDomain,
  times: number,
  aroundMs: number,
  whole: TimeDomain,
): TimeDomain | null {
  const spanMs = shown.toMs - shown.fromMs;
  const isShown = aroundMs >= shown.fromMs && aroundMs <= shown.toMs;
  const share = isShown ? (aroundMs - shown.fromMs) / spanMs : 0.5;
  const centreMs = isShown ? aroundMs : (shown.fromMs + shown.toMs) / 2;
  return fitted(centreMs - spanMs * times * share, spanMs * times, whole);
}
