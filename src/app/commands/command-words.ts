import { commands as english } from '../../i18n/en/commands';
import { commands as spanish } from '../../i18n/es/commands';
import type { Language } from '../../i18n/language';

export type CommandWord = keyof typeof spanish;

const words: Record<Language, Record<CommandWord, string>> = { es: spanish, en: english };

/** A text of the commands with its placeholders filled. */
export type CommandWords = (
  key: CommandWord,
  values?: Readonly<Record<string, string | number>>,
) => string;

export function commandWordsIn(language: Language): CommandWords {
  return (key, values = {}) =>
    words[language][key].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(values[name] ?? placeholder),
    );
}
