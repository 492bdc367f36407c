import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';

/** What was wrong with the address, one at a time: a figure has little room. */
export function EmbedNotices() {
  const { t } = useText();
  const notice = useWorkspace((state) => state.notices[0]);
  const dismiss = useWorkspace((state) => state.dismiss);
  return (
    <section aria-label={t('notices.label')} aria-live="polite" className="embed-notices">
      {notice !== undefined && (
        <p>
          <Icon name="alert" />
          <span>{t(notice.key, notice.values)}</span>
          <IconButton
            label={t('notices.dismiss')}
            icon={<Icon name="close" />}
            onClick={() => dismiss(notice)}
          />
        </p>
      )}
    </section>
  );
}
