import { vi } from 'vitest';

/** Waits until a check passes: far longer than it takes, since only a broken one or a crowded machine comes near it. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000 });
}
