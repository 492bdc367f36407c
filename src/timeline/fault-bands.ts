/** Where the periods of faults stand in the chart, and their labels without overlap. */
import type { FaultPeriod } from '../workspace/fault-periods';
import type { TimeDomain } from './time-domain';
import { xOf } from './trend-path';

export interface FaultBand {
  period: FaultPeriod;
  /** CSS pixels within the plot. */
  x: number;
  width: number;
  /** Whether there is room for its label beside those of earlier periods. */
  hasLabel: boolean;
}

/** A fault that has not ended reaches to the end of the chart; whoever draws it cuts it at the present. */
export function faultBands(
  periods: readonly FaultPeriod[],
  domain: TimeDomain,
  width: number,
  labelWidth: (period: FaultPeriod) => number,
): FaultBand[] {
  let labelledTo = Number.NEGATIVE_INFINITY;
  return periods.flatMap((period): FaultBand[] => {
    const from = Math.max(period.fromMs, domain.fromMs);
    const until = Math.min(period.untilMs ?? domain.toMs, domain.toMs);
    if (until < from) return [];
    const x = xOf(from, domain, width);
    const hasLabel = labelledTo <= x;
    if (hasLabel) labelledTo = x + labelWidth(period);
    return [{ period, x, width: xOf(until, domain, width) - x, hasLabel }];
  });
}
