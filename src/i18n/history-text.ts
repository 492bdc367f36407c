/** The names of what can be undone: loaded when there is something to undo. */
import { history as english } from './en/history';
import { history as spanish } from './es/history';
import type { Language } from './language';
import type { Message } from './message';

export type HistoryKey = keyof typeof spanish;

export const historyCatalogues: Record<Language, Record<HistoryKey, Message>> = {
  es: spanish,
  en: english,
};
