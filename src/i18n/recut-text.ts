/** The texts of cutting: loaded when somebody cuts. */
import { recut as english } from './en/recut';
import { recut as spanish } from './es/recut';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

type RecutCatalogue = typeof spanish;

export const recutCatalogues: TextSet<RecutCatalogue> = { es: spanish, en: english };

export type TranslateRecut = TranslateFrom<RecutCatalogue>;

export const translateRecutInto = translatorOf<RecutCatalogue>(recutCatalogues);
