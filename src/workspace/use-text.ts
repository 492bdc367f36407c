import { useMemo } from 'react';
import type { LocalizedText } from '../architecture/localized-text';
import { type Format, formatFor } from '../i18n/format';
import type { Language } from '../i18n/language';
import { type Translate, translateInto } from '../i18n/translate';
import { useWorkspace } from './use-workspace';

export interface Text {
  language: Language;
  /** The page's own texts. */
  t: Translate;
  format: Format;
  /** A text of the document. */
  nameOf(text: LocalizedText): string;
}

export function textIn(language: Language): Text {
  return {
    language,
    t: translateInto(language),
    format: formatFor(language),
    nameOf: (text) => text[language],
  };
}

/** Texts and figures in the language of the page. */
export function useText(): Text {
  const language = useWorkspace((state) => state.language);
  return useMemo(() => textIn(language), [language]);
}
