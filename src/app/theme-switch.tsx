import { IconButton } from '../design/button';
import { Icon, type IconName } from '../design/icon';
import { type Theme, themes } from '../workspace/address';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

const icons: Readonly<Record<Theme, IconName>> = { auto: 'half', light: 'sun', dark: 'moon' };

/** Goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const { t } = useText();
  const theme = useWorkspace((state) => state.theme);
  const setTheme = useWorkspace((state) => state.setTheme);
  return (
    <IconButton
      label={t('app.theme', { theme: t(`app.theme.${theme}`) })}
      icon={<Icon name={icons[theme]} />}
      onClick={() => setTheme(themes[(themes.indexOf(theme) + 1) % themes.length])}
    />
  );
}
