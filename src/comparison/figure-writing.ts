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

/** The size of a difference of shares in percentage points, finer where it is small. */
export function writePoints(share: number, { format }: AnalysisText): string {
  const points = Math.abs(share) * 100;
  return format.number(points, points < 0.1 ? 3 : 1);
}

/** `+61.2 points ± 2`: how much more there is on the left than on the right. */
export function writeDifference(
  form: FigureForm,
  { mean, halfWidth }: MeanInterval,
  text: AnalysisText,
): string {
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  const write = (value: number) =>
    form === 'share' ? writePoints(value, text) : writeFigure(form, value, text);
  const size = write(Math.abs(mean));
  const unit = form === 'share' ? text.a('certainty.points', { count: size }) : size;
  return halfWidth === null || halfWidth === 0
    ? `${sign}${unit}`
    : `${sign}${unit} ± ${write(halfWidth)}`;
}
