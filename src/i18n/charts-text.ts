/** The texts of the expanded timeline: loaded with it, since the first picture does without. */
import { charts as english } from './en/charts';
import { charts as spanish } from './es/charts';
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

export type ChartsCatalogue = typeof spanish;

export type ChartsKey = keyof ChartsCatalogue;

export const chartsCatalogues: Record<Language, Record<ChartsKey, Message>> = {
  es: spanish,
  en: english,
};

/** `Translate` for the texts of the expanded timeline. */
export type TranslateCharts = <Key extends ChartsKey>(
  key: Key,
  ...values: ValuesFor<Key, ChartsCatalogue>
) => string;

export function translateChartsInto(language: Language): TranslateCharts {
  return (key, ...[values]) => fill(chartsCatalogues[language][key], language, values ?? {});
}
