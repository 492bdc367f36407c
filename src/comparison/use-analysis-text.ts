import { useMemo } from 'react';
import { type TranslateAnalysis, translateAnalysisInto } from '../i18n/analysis-text';
import { type Text, useText } from '../workspace/use-text';

export interface AnalysisText extends Text {
  /** The texts of the analyses. */
  a: TranslateAnalysis;
}

export function useAnalysisText(): AnalysisText {
  const text = useText();
  return useMemo(() => ({ ...text, a: translateAnalysisInto(text.language) }), [text]);
}
