/** The texts of the expanded timeline, its charts and lanes: loaded with it, since the first picture does without. */
import { charts as chartsEn } from './en/charts';
import { lanes as lanesEn } from './en/lanes';
import { charts } from './es/charts';
import { lanes } from './es/lanes';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

const spanish = { ...charts, ...lanes };

type ChartsCatalogue = typeof spanish;

export const chartsCatalogues: TextSet<ChartsCatalogue> = {
  es: spanish,
  en: { ...chartsEn, ...lanesEn },
};

export type TranslateCharts = TranslateFrom<ChartsCatalogue>;

export const translateChartsInto = translatorOf<ChartsCatalogue>(chartsCatalogues);
