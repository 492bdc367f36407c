/** The texts about handing on what was made: loaded with the dialog. */
import { sharing as english } from './en/sharing';
import { sharing as spanish } from './es/sharing';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

type SharingCatalogue = typeof spanish;

export const sharingCatalogues: TextSet<SharingCatalogue> = { es: spanish, en: english };

export type TranslateSharing = TranslateFrom<SharingCatalogue>;

export const translateSharingInto = translatorOf<SharingCatalogue>(sharingCatalogues);
