import type { ReactNode } from 'react';
import { Disclosure } from '../design/disclosure';
import type { SettingsKey } from '../i18n/settings-text';
import { useSettingsText } from './fields/use-settings-text';

/** What the reader has opened stays open for whatever is selected next. */
const opened = new Set<SettingsKey>();

export interface GroupProps {
  title: SettingsKey;
  summary?: string | undefined;
  /** Something in it differs from the original. */
  isChanged?: boolean | undefined;
  children: ReactNode;
}

/** A folded group of settings. */
export function Group({ title, summary, isChanged = false, children }: GroupProps) {
  const { s } = useSettingsText();
  return (
    <Disclosure
      title={s(title)}
      summary={summary}
      changedText={isChanged ? s('field.changed') : undefined}
      isOpenAtFirst={opened.has(title)}
      onToggle={(isOpen) => {
        if (isOpen) opened.add(title);
        else opened.delete(title);
      }}
    >
      {children}
    </Disclosure>
  );
}
