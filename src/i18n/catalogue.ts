/** The texts of the page. A reader loads those of one language, and the other ones when changing over. */
import type { page as spanish } from './es/page';
import type { Language } from './language';
import type { Message } from './message';

/** Every text of the page, by key, as the Spanish fragments have it: the keys and placeholders are theirs. */
export type Catalogue = typeof spanish;

export type MessageKey = keyof Catalogue;

type Texts = Record<MessageKey, Message>;

const loaded = new Map<Language, Texts>();

const sources: Record<Language, () => Promise<{ page: Texts }>> = {
  es: () => import('./es/page'),
  en: () => import('./en/page'),
};

/** Has the texts of a language ready for `catalogueOf`; rejects where they cannot be had. */
export async function loadCatalogue(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { page } = await sources[language]();
  loaded.set(language, page);
}

export function isLoaded(language: Language): boolean {
  return loaded.has(language);
}

/** The texts of a language; throws when nobody has loaded them. */
export function catalogueOf(language: Language): Texts {
  const texts = loaded.get(language);
  if (texts === undefined) throw new Error(`The texts of "${language}" are not loaded yet.`);
  return texts;
}
