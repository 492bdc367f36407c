import { useMemo } from 'react';
import { type NumberWriting, numberWritingFor } from '../../i18n/number-writing';
import { type TranslateSettings, translateSettingsInto } from '../../i18n/settings-text';
import { type Text, useText } from '../../workspace/use-text';

export interface SettingsText extends Text {
  /** The texts of the settings. */
  s: TranslateSettings;
  writing: NumberWriting;
}

export function useSettingsText(): SettingsText {
  const text = useText();
  return useMemo(() => {
    const { language } = text;
    return {
      ...text,
      s: translateSettingsInto(language),
      writing: numberWritingFor(language),
    };
  }, [text]);
}
