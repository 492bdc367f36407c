import type { LocalizedText } from '../architecture/localized-text';
import type { HistoryKey } from '../i18n/history-text';
import type { Command } from '../simulation/command';

/** What a step was about, as data: it is put into words, in the reader's language, when it is shown. */
export type StepLabel =
  | {
      readonly key: HistoryKey;
      readonly values?: Readonly<Record<string, string | number | LocalizedText>>;
    }
  /** What was done to the run speaks for itself. */
  | { readonly commands: readonly Command[] };
