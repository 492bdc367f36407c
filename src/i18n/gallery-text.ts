/** The texts of the gallery of parts. */
import { gallery as english } from './en/gallery';
import { gallery as spanish } from './es/gallery';
import { type TextSet, translatorOf } from './text-set';

type GalleryCatalogue = typeof spanish;

export type GalleryKey = keyof GalleryCatalogue;

export const galleryCatalogues: TextSet<GalleryCatalogue> = { es: spanish, en: english };

export const translateGalleryInto = translatorOf<GalleryCatalogue>(galleryCatalogues);
