import type { MeanInterval } from '../simulation/replications/mean-interval';
import type { FigureForm } from './difference-rows';
import type { AnalysisText } from './use-analysis-text';

/** A figure in the language of the page. */
export function writeFigure(form: FigureForm, value: number, { format }: AnalysisText): string {
  switch (form) {
    case 'share':
      return format.percent(value);
    case 'ms':
      return format.duration(value);
    case 'rate':
      return format.rate(value);
    case 'usd':
      return format.money(value);
    case 'count':
      // Of hundreds nobody reads hundredths.
      return format.number(value, Math.abs(value) < 100 ? 2 : 0);
    case 'mib':
      return `${format.number(value / 1024, 1)} GiB`;
  }
}

/** As many as the first digit of the interval needs: what it leaves open is not told. */
export function decimalsOf(halfWidth: number, decimalsMax = 3): number {
  let decimals = 0;
  while (decimals < decimalsMax && halfWidth * 10 ** decimals < 0.95) decimals += 1;
  return decimals;
}

/** Never less than the last digit that is shown. */
function shownHalfWidth(halfWidth: number, decimals: number): number {
  return Math.max(halfWidth, 10 ** -decimals);
}

interface Scale {
  /** A figure in the unit in which it is written. */
  in(value: number): number;
  write(value: number, decimals: number): string;
}

/** The unit of a figure of this size. */
function scaleOf(form: FigureForm, size: number, { format }: AnalysisText): Scale {
  const number = (value: number, decimals: number) => format.number(value, decimals, decimals);
  const inUnit = (factor: number, unit: string): Scale => ({
    in: (value) => value * factor,
    write: (value, decimals) => `${number(value, decimals)}${unit}`,
  });
  switch (form) {
    case 'share':
      return inUnit(100, '');
    case 'ms':
      return size < 999.5 ? inUnit(1, '\u00a0ms') : inUnit(0.001, '\u00a0s');
    case 'rate':
      return inUnit(1, '/s');
    case 'usd':
      return { in: (value) => value, write: format.money };
    case 'count':
      return inUnit(1, '');
    case 'mib':
      return inUnit(1 / 1024, '\u00a0GiB');
  }
}

/** The size of a difference and its interval, with the same decimals; shares in percentage points. */
export function writeInterval(
  form: FigureForm,
  { mean, halfWidth }: MeanInterval,
  text: AnalysisText,
): { size: string; margin: string } {
  const scale = scaleOf(form, Math.abs(mean), text);
  const half = scale.in(halfWidth ?? 0);
  // Of points nobody reads hundredths.
  const decimals = decimalsOf(half, form === 'share' ? 1 : 3);
  return {
    size: scale.write(scale.in(Math.abs(mean)), decimals),
    margin: scale.write(shownHalfWidth(half, decimals), decimals),
  };
}

/** No interval, or one that rounding alone has left. */
function isExact({ mean, halfWidth }: MeanInterval): boolean {
  return halfWidth === null || halfWidth <= Math.abs(mean) * 1e-9;
}

/** `+61.2 points ± 0.4`: how much more there is on the left than on the right. */
export function writeDifference(
  form: FigureForm,
  difference: MeanInterval,
  text: AnalysisText,
): string {
  const { mean } = difference;
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  if (isExact(difference) && form !== 'share') {
    return `${sign}${writeFigure(form, Math.abs(mean), text)}`;
  }
  const { size, margin } = writeInterval(form, difference, text);
  const unit = form === 'share' ? text.a('certainty.points', { count: size }) : size;
  return isExact(difference) ? `${sign}${unit}` : `${sign}${unit} ± ${margin}`;
}
