import { useMemo } from 'react';
import { type TranslateCharts, translateChartsInto } from '../../i18n/charts-text';
import { type Text, useText } from '../../workspace/use-text';

export interface ChartsText extends Text {
  /** The texts of the expanded timeline. */
  c: TranslateCharts;
}

export function useChartsText(): ChartsText {
  const text = useText();
  return useMemo(() => ({ ...text, c: translateChartsInto(text.language) }), [text]);
}
