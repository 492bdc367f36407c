import type { ReactNode } from 'react';
import { Dialog } from '../design/dialog';
import type { Language } from '../i18n/language';
import { useText } from '../workspace/use-text';
import './document-opener.css';

export interface Refusal {
  fileName: string;
  /** `null` where the file itself could not be read. */
  problems: readonly Record<Language, string>[] | null;
}

/** Problems beyond these are only counted. */
const listedMax = 30;

/** Everything that is wrong with a file. */
export function RefusalDialog({ fileName, problems, onClose }: Refusal & { onClose(): void }) {
  const { t, language } = useText();
  return (
    <Dialog
      title={t('app.open.title', { file: fileName })}
      closeLabel={t('app.close')}
      onClose={onClose}
    >
      <p>
        {problems === null
          ? t('app.open.unreadable')
          : t('app.open.problems', { count: problems.length })}
      </p>
      {problems !== null && (
        <ul className="document-problems">
          {problems.slice(0, listedMax).map((problem) => (
            <li key={problem.en}>{withCode(problem[language])}</li>
          ))}
          {problems.length > listedMax && (
            <li>{t('app.open.more', { count: problems.length - listedMax })}</li>
          )}
        </ul>
      )}
    </Dialog>
  );
}

/** What stands between backticks, as on the command line, is set as code here. */
function withCode(sentence: string): ReactNode {
  return sentence.split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places.
    index % 2 === 0 ? part : <code key={index}>{part}</code>,
  );
}
