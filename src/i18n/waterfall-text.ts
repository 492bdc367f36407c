/** The texts of a request from inside: loaded with the first one. */
import { waterfall as english } from './en/waterfall';
import { waterfall as spanish } from './es/waterfall';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

type WaterfallCatalogue = typeof spanish;

export const waterfallCatalogues: TextSet<WaterfallCatalogue> = { es: spanish, en: english };

export type TranslateWaterfall = TranslateFrom<WaterfallCatalogue>;

export const translateWaterfallInto = translatorOf<WaterfallCatalogue>(waterfallCatalogues);
