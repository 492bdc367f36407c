import { useMemo } from 'react';
import { type TranslateCharts, translateChartsInto } from '../../i18n/charts-text';
import { type NumberWriting, numberWritingFor } from '../../i18n/number-writing';
import { type Text, useText } from '../../workspace/use-text';

export interface ChartsText extends Text {
  /** The texts of the expanded timeline. */
  c: TranslateCharts;
  /** Numbers as they are typed. */
  writing: NumberWriting;
}

export function useChartsText(): ChartsText {
  const text = useText();
  return useMemo(() => {
    const { language } = text;
    return { ...text, c: translateChartsInto(language), writing: numberWritingFor(language) };
  }, [text]);
}
