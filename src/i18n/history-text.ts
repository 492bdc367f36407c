/** The names of what can be undone: loaded when there is something to undo. */
import { history as english } from './en/history';
import { history as spanish } from './es/history';
import type { TextSet } from './text-set';

export type HistoryKey = keyof typeof spanish;

export const historyCatalogues: TextSet<typeof spanish> = { es: spanish, en: english };
