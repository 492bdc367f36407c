/** The texts of the analyses: loaded with them, since the first picture does without. */
import { analysis as english } from './en/analysis';
import { analysis as spanish } from './es/analysis';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

type AnalysisCatalogue = typeof spanish;

export type AnalysisKey = keyof AnalysisCatalogue;

export const analysisCatalogues: TextSet<AnalysisCatalogue> = { es: spanish, en: english };

export type TranslateAnalysis = TranslateFrom<AnalysisCatalogue>;

export const translateAnalysisInto = translatorOf<AnalysisCatalogue>(analysisCatalogues);
