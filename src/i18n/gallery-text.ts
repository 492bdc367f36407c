/** The texts of the gallery of parts. */
import { gallery as english } from './en/gallery';
import { gallery as spanish } from './es/gallery';
import type { Language } from './language';
import type { Message } from './message';
import { fill } from './translate';

export type GalleryKey = keyof typeof spanish;

export const galleryCatalogues: Record<Language, Record<GalleryKey, Message>> = {
  es: spanish,
  en: english,
};

export function translateGalleryInto(language: Language): (key: GalleryKey) => string {
  return (key) => fill(galleryCatalogues[language][key], language, {});
}
