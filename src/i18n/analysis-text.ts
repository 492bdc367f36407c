/** The texts of the analyses: loaded with them, since the first picture does without. */
import { analysis as english } from './en/analysis';
import { analysis as spanish } from './es/analysis';
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

export type AnalysisCatalogue = typeof spanish;

export type AnalysisKey = keyof AnalysisCatalogue;

export const analysisCatalogues: Record<Language, Record<AnalysisKey, Message>> = {
  es: spanish,
  en: english,
};

/** `Translate` for the texts of the analyses. */
export type TranslateAnalysis = <Key extends AnalysisKey>(
  key: Key,
  ...values: ValuesFor<Key, AnalysisCatalogue>
) => string;

export function translateAnalysisInto(language: Language): TranslateAnalysis {
  return (key, ...[values]) => fill(analysisCatalogues[language][key], language, values ?? {});
}
