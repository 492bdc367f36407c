/** The texts of the expanded timeline, its charts and lanes: loaded with it, since the first picture does without. */
import { charts as chartsEn } from './en/charts';
import { lanes as lanesEn } from './en/lanes';
import { charts } from './es/charts';
import { lanes } from './es/lanes';
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

const spanish = { ...charts, ...lanes };

export type ChartsCatalogue = typeof spanish;

export type ChartsKey = keyof ChartsCatalogue;

export const chartsCatalogues: Record<Language, Record<ChartsKey, Message>> = {
  es: spanish,
  en: { ...chartsEn, ...lanesEn },
};

/** `Translate` for the texts of the expanded timeline. */
export type TranslateCharts = <Key extends ChartsKey>(
  key: Key,
  ...values: ValuesFor<Key, ChartsCatalogue>
) => string;

export function translateChartsInto(language: Language): TranslateCharts {
  return (key, ...[values]) => fill(chartsCatalogues[language][key], language, values ?? {});
}
