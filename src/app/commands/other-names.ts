/** What people call a command when they look for it, beside what it is called here. */
import { commandNames as english } from '../../i18n/en/command-names';
import { commandNames as spanish } from '../../i18n/es/command-names';
import type { Language } from '../../i18n/language';
import { plainWords } from './fuzzy-match';
import type { PageCommand } from './page-command';

type Names = Readonly<Record<keyof typeof spanish, string>>;

const names: Readonly<Record<Language, Names>> = { es: spanish, en: english };
const known: Partial<Record<Language, ReadonlyMap<string, readonly string[]>>> = {};
const none: readonly string[] = [];

/** Plain words, by kind of command: that of `fault:payment:crash` is `fault.crash`, that of `crash:monolith/shop` is `crash`. */
export function otherWordsOf({ id }: PageCommand, language: Language): readonly string[] {
  known[language] ??= new Map(
    Object.entries(names[language]).map(([kind, text]) => [kind, plainWords(text)]),
  );
  const parts = id.split(':');
  const [first = '', second = ''] = parts;
  const words = known[language];
  const last = parts.at(-1) ?? '';
  return (
    words.get(`${first}.${second}`) ?? words.get(`${first}.${last}`) ?? words.get(first) ?? none
  );
}
