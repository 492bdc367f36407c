/**
 * The texts of the page. A reader loads those of one language, and the other
 * ones when changing over; what the first picture does not show has its texts
 * loaded with it.
 */
import type { further as spanishFurther } from './es/further';
import type { page as spanish } from './es/page';
import type { Language } from './language';
import type { Message } from './message';

/** Every text of the page, by key, as the Spanish fragments have it: the keys and placeholders are theirs. */
export type Catalogue = typeof spanish & typeof spanishFurther;

export type MessageKey = keyof Catalogue;

type Texts = Record<MessageKey, Message>;

const loaded = new Map<Language, Partial<Texts>>();
let isFurtherWanted = false;

const sources: Record<Language, () => Promise<{ page: Partial<Texts> }>> = {
  es: () => import('./es/page'),
  en: () => import('./en/page'),
};

const furtherSources: Record<Language, () => Promise<{ further: Partial<Texts> }>> = {
  es: () => import('./es/further'),
  en: () => import('./en/further'),
};

/** Has the texts of a language ready for `catalogueOf`; rejects where they cannot be had. */
export async function loadCatalogue(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const { page } = await sources[language]();
    if (!loaded.has(language)) loaded.set(language, { ...page });
  }
  if (isFurtherWanted) await addFurther(language);
}

/** Has the texts ready that go beyond the first picture, in whatever language there is. */
export async function loadFurtherTexts(): Promise<void> {
  isFurtherWanted = true;
  await Promise.all([...loaded.keys()].map(addFurther));
}

async function addFurther(language: Language): Promise<void> {
  const { further } = await furtherSources[language]();
  Object.assign(loaded.get(language) ?? {}, further);
}

export function isLoaded(language: Language): boolean {
  return loaded.has(language);
}

/** The texts of a language; throws when nobody has loaded them. */
export function catalogueOf(language: Language): Texts {
  const texts = loaded.get(language);
  if (texts === undefined) throw new Error(`The texts of "${language}" are not loaded yet.`);
  return texts as Texts;
}
