/** What was stored as branches and cannot be read: set aside for the user to save or to throw away. */
import type { StoredSettings } from '../../workspace/stored-settings';

const key = 'branches-unread';

/** What was set aside, oldest first. */
export function unreadBranches(settings: StoredSettings): readonly unknown[] {
  const stored = settings.read(key);
  return Array.isArray(stored) ? stored : [];
}

/** Whether it is kept: storage may be full. */
export function setAside(settings: StoredSettings, stored: unknown): boolean {
  const before = unreadBranches(settings);
  if (before.some((other) => JSON.stringify(other) === JSON.stringify(stored))) return true;
  settings.write(key, [...before, stored]);
  return unreadBranches(settings).length > before.length;
}

export function forgetUnread(settings: StoredSettings): void {
  settings.write(key, []);
}
