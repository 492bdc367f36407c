/** The texts about the lines of a run: loaded with their list. */
import { branches as english } from './en/branches';
import { branches as spanish } from './es/branches';
import type { Language } from './language';
import type { Message, MessageValues } from './message';
import { fill } from './translate';

export type BranchesKey = keyof typeof spanish;

export const branchesCatalogues: Record<Language, Record<BranchesKey, Message>> = {
  es: spanish,
  en: english,
};

export type TranslateBranches = (key: BranchesKey, values?: MessageValues) => string;

export function translateBranchesInto(language: Language): TranslateBranches {
  return (key, values = {}) => fill(branchesCatalogues[language][key], language, values);
}
