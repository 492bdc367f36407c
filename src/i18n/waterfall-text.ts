/** The texts of a request from inside: loaded with the first one. */
import { waterfall as english } from './en/waterfall';
import { waterfall as spanish } from './es/waterfall';
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

export type WaterfallCatalogue = typeof spanish;

export type WaterfallKey = keyof WaterfallCatalogue;

export const waterfallCatalogues: Record<Language, Record<WaterfallKey, Message>> = {
  es: spanish,
  en: english,
};

/** `Translate` for the texts of a request from inside. */
export type TranslateWaterfall = <Key extends WaterfallKey>(
  key: Key,
  ...values: ValuesFor<Key, WaterfallCatalogue>
) => string;

export function translateWaterfallInto(language: Language): TranslateWaterfall {
  return (key, ...[values]) => fill(waterfallCatalogues[language][key], language, values ?? {});
}
