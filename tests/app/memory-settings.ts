import type { StoredSettings } from '../../src/workspace/stored-settings';

/** A browser's storage for as long as the test lasts; what is longer than `lengthMax` characters finds no room. */
export function memory(lengthMax = Number.POSITIVE_INFINITY): StoredSettings {
  const kept = new Map<string, string>();
  return {
    read: (key) => JSON.parse(kept.get(key) ?? 'null'),
    write: (key, value) => {
      const text = JSON.stringify(value);
      if (text.length <= lengthMax) kept.set(key, text);
    },
  };
}
