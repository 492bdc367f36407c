import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import './notices.css';

export function Notices() {
  const { t } = useText();
  const notices = useWorkspace((state) => state.notices);
  const dismiss = useWorkspace((state) => state.dismiss);
  return (
    <section aria-label={t('notices.label')} aria-live="polite" className="notices">
      {notices.map((notice) => (
        <p key={`${notice.key} ${JSON.stringify(notice.values)}`} className="notice">
          <Icon name="alert" />
          <span>{t(notice.key, notice.values)}</span>
          <IconButton
            label={t('notices.dismiss')}
            icon={<Icon name="close" />}
            onClick={() => dismiss(notice)}
          />
        </p>
      ))}
    </section>
  );
}
