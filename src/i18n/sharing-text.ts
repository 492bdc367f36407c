/** The texts about handing on what was made: loaded with the dialog. */
import { sharing as english } from './en/sharing';
import { sharing as spanish } from './es/sharing';
import type { Language } from './language';

export const sharingCatalogues: Record<Language, Record<keyof typeof spanish, string>> = {
  es: spanish,
  en: english,
};

export type TranslateSharing = (key: keyof typeof spanish) => string;

export function translateSharingInto(language: Language): TranslateSharing {
  return (key) => sharingCatalogues[language][key];
}
