/** What is too long for an address is kept for the visitor, and the address says that it is. */
import type { StoredSettings } from '../../workspace/stored-settings';

/** Stands behind `#s=` in place of a code. */
export const storedMark = 'local';

const key = 'made';

export function storedCode(settings: StoredSettings): string | null {
  const stored = settings.read(key);
  return typeof stored === 'string' ? stored : null;
}

/** Whether it is kept: storage may be blocked or full. */
export function storeCode(settings: StoredSettings, code: string): boolean {
  settings.write(key, code);
  return storedCode(settings) === code;
}
