/** A set of texts that loads with the part of the page that needs it, beside the page's own catalogue. */
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

/** The texts of a set in both languages. `Source` are the Spanish ones: the keys and the placeholders are theirs. */
export type TextSet<Source> = Record<Language, Record<keyof Source, Message>>;

/** `Translate` for the texts of a set. */
export type TranslateFrom<Source> = <Key extends keyof Source>(
  key: Key,
  ...values: ValuesFor<Key, Source>
) => string;

/** The way from a language to the translator of a set. */
export function translatorOf<Source>(
  texts: TextSet<Source>,
): (language: Language) => TranslateFrom<Source> {
  return (language) =>
    (key, ...[values]) =>
      fill(texts[language][key], language, values ?? {});
}
