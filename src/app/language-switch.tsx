import { SegmentedControl } from '../design/segmented-control';
import { languages } from '../i18n/language';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

export function LanguageSwitch() {
  const { t, language } = useText();
  const setLanguage = useWorkspace((state) => state.setLanguage);
  return (
    <SegmentedControl
      variant="text"
      label={t('app.language')}
      segments={languages.map((value) => ({
        value,
        label: value.toUpperCase(),
        title: t(`app.language.${value}`),
      }))}
      value={language}
      onChange={setLanguage}
    />
  );
}
