/** The texts of everything that can be set: loaded with the inspector of what is selected. */
import { settings as english } from './en/settings';
import { settings as spanish } from './es/settings';
import { type TextSet, type TranslateFrom, translatorOf } from './text-set';

type SettingsCatalogue = typeof spanish;

export type SettingsKey = keyof SettingsCatalogue;

export const settingsCatalogues: TextSet<SettingsCatalogue> = { es: spanish, en: english };

export type TranslateSettings = TranslateFrom<SettingsCatalogue>;

export const translateSettingsInto = translatorOf<SettingsCatalogue>(settingsCatalogues);
