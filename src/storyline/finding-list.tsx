import { Icon, type IconName } from '../design/icon';
import type { MarkTone } from '../stories/mark';
import { useText } from '../workspace/use-text';
import type { FindingReading } from './step-reading';
import { TextParts } from './text-parts';

const icons: Record<MarkTone, IconName> = {
  fine: 'check',
  degraded: 'alert',
  failed: 'close',
  caveat: 'alert',
};

/** What the reader is to see, each with how it stands. */
export function FindingList({ findings }: { findings: readonly FindingReading[] }) {
  const { t } = useText();
  if (findings.length === 0) return null;
  return (
    <section className="findings" aria-label={t('storyline.findings')}>
      <h3>{t('storyline.findings')}</h3>
      <ul>
        {findings.map(({ id, tone, title, text }) => (
          <li key={id} className={`finding finding-${tone ?? 'pending'}`}>
            {tone === null ? (
              <span className="finding-dot" />
            ) : (
              <Icon name={icons[tone]} strokeWidth={2} size={15} />
            )}
            <p>
              {tone !== null && (
                <span className="visually-hidden">{t(`storyline.mark.${tone}`)}: </span>
              )}
              <b>
                <TextParts parts={title} />
              </b>
              <span className="finding-text">
                <TextParts parts={text} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
