/** The texts of cutting: loaded when somebody cuts. */
import { recut as english } from './en/recut';
import { recut as spanish } from './es/recut';
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

type RecutCatalogue = typeof spanish;

export type RecutKey = keyof RecutCatalogue;

export const recutCatalogues: Record<Language, Record<RecutKey, Message>> = {
  es: spanish,
  en: english,
};

/** `Translate` for the texts of cutting. */
export type TranslateRecut = <Key extends RecutKey>(
  key: Key,
  ...values: ValuesFor<Key, RecutCatalogue>
) => string;

export function translateRecutInto(language: Language): TranslateRecut {
  return (key, ...[values]) => fill(recutCatalogues[language][key], language, values ?? {});
}
