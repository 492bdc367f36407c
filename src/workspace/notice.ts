import type { MessageKey } from '../i18n/catalogue';
import type { MessageValues } from '../i18n/message';

/** Something to tell the user that needs no answer; shown until dismissed, once for each text. */
export interface Notice {
  readonly key: Extract<MessageKey, `notices.${string}`>;
  readonly values: MessageValues;
}

export function isSameNotice(one: Notice, other: Notice): boolean {
  return one.key === other.key && JSON.stringify(one.values) === JSON.stringify(other.values);
}
