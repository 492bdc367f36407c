import { type Catalogue, catalogueOf, type MessageKey } from './catalogue';
import { type Language, languages } from './language';
import type { Message, MessageValues, ValuesFor } from './message';

const pluralRules = Object.fromEntries(
  languages.map((language) => [language, new Intl.PluralRules(language)]),
) as Record<Language, Intl.PluralRules>;

function textOf(message: Message, language: Language, values: MessageValues): string {
  if (typeof message === 'string') return message;
  return pluralRules[language].select(Number(values.count)) === 'one' ? message.one : message.other;
}

/** A message with its placeholders filled. A value that is missing shows as its name in braces. */
export function fill(message: Message, language: Language, values: MessageValues): string {
  return textOf(message, language, values).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(values[name] ?? placeholder),
  );
}

/** The text of a key in a language that is loaded, with its placeholders filled. */
export function translate<Key extends MessageKey>(
  language: Language,
  key: Key,
  ...[values]: ValuesFor<Key, Catalogue>
): string {
  return fill(catalogueOf(language)[key], language, values ?? {});
}

/** `translate` for one language. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: ValuesFor<Key, Catalogue>
) => string;

export function translateInto(language: Language): Translate {
  return (key, ...values) => translate(language, key, ...values);
}
