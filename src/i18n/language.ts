/** The languages in which every text of the page is written. */
export const languages = ['es', 'en'] as const;

export type Language = (typeof languages)[number];

/** For readers of neither Spanish nor English. */
export const fallbackLanguage: Language = 'en';

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The language to start in: the one asked for (`?lang=`), else the reader's
 * earlier choice, else the first of the browser's languages that we speak
 * (`es-MX` counts as Spanish), else English.
 */
export function detectLanguage(wishes: {
  asked: Language | null;
  stored: unknown;
  browser: readonly string[];
}): Language {
  if (wishes.asked !== null) return wishes.asked;
  if (isLanguage(wishes.stored)) return wishes.stored;
  for (const tag of wishes.browser) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return fallbackLanguage;
}
