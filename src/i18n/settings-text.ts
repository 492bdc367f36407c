/** The texts of everything that can be set: loaded with the inspector of what is selected. */
import { settings as english } from './en/settings';
import { settings as spanish } from './es/settings';
import type { Language } from './language';
import type { Message, ValuesFor } from './message';
import { fill } from './translate';

export type SettingsCatalogue = typeof spanish;

export type SettingsKey = keyof SettingsCatalogue;

export const settingsCatalogues: Record<Language, Record<SettingsKey, Message>> = {
  es: spanish,
  en: english,
};

/** `Translate` for the texts of the settings. */
export type TranslateSettings = <Key extends SettingsKey>(
  key: Key,
  ...values: ValuesFor<Key, SettingsCatalogue>
) => string;

export function translateSettingsInto(language: Language): TranslateSettings {
  return (key, ...[values]) => fill(settingsCatalogues[language][key], language, values ?? {});
}
