/** The texts about the lines of a run: loaded with their list. */
import { branches as english } from './en/branches';
import { branches as spanish } from './es/branches';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

type BranchesCatalogue = typeof spanish;

export const branchesCatalogues: TextSet<BranchesCatalogue> = { es: spanish, en: english };

export type TranslateBranches = TranslateFrom<BranchesCatalogue>;

export const translateBranchesInto = translatorOf<BranchesCatalogue>(branchesCatalogues);
