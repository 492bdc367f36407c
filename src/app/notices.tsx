import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { later } from '../design/later';
import { loadFurtherTexts } from '../i18n/catalogue';
import type { Notice } from '../workspace/notice';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import './notices.css';

/** Whose texts come with the page: they are about what could not be loaded. */
const atHand: ReadonlySet<Notice['key']> = new Set([
  'notices.language',
  'notices.story',
  'notices.resumed',
]);

const LaterLine = later<NoticeLineProps>(async () => {
  await loadFurtherTexts();
  return NoticeLine;
});

export function Notices() {
  const { t } = useText();
  const notices = useWorkspace((state) => state.notices);
  return (
    <section aria-label={t('notices.label')} aria-live="polite" className="notices">
      {notices.map((notice) => {
        const Line = atHand.has(notice.key) ? NoticeLine : LaterLine;
        return <Line key={`${notice.key} ${JSON.stringify(notice.values)}`} notice={notice} />;
      })}
    </section>
  );
}

interface NoticeLineProps {
  notice: Notice;
}

function NoticeLine({ notice }: NoticeLineProps) {
  const { t } = useText();
  const dismiss = useWorkspace((state) => state.dismiss);
  return (
    <p className="notice">
      <Icon name="alert" />
      <span>{t(notice.key, notice.values)}</span>
      <IconButton
        label={t('notices.dismiss')}
        icon={<Icon name="close" />}
        onClick={() => dismiss(notice)}
      />
    </p>
  );
}
