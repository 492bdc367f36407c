import type { RequestPoint } from '../workspace/request-wish';
import type { ChartsText } from './expanded/use-charts-text';

/** What stands behind a point, in a few words: `one of about 2.3 s`. */
export function pointWords({ which }: RequestPoint, { c, format }: ChartsText): string {
  if (typeof which === 'string') return c(`charts.point.${which}`);
  return c('charts.point.near', { time: format.duration(which.tookMs) });
}
