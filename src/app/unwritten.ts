/**
 * What was made in the last moments before the page was left, and is not in its address yet: it
 * is kept for the tab, so that a reload of that address has it all.
 */
import { unwrittenKey } from './unwritten-key';

export interface Unwritten {
  /** Query and fragment that the page was left with. */
  readonly left: string;
  /** The query that it was to have. */
  readonly search: string;
  /** What its fragment was to say, as `SharedMade`. */
  readonly made: unknown;
  /** Where in the browser that would have been kept. */
  readonly place: string | null;
}

/** Of this address, where the tab comes back to it; one that is opened afresh says all by itself. */
export function readUnwritten(): Unwritten | null {
  try {
    const kept: Unwritten | null = JSON.parse(sessionStorage.getItem(unwrittenKey) ?? 'null');
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return kept?.left === presentAddress() && visit.type !== 'navigate' ? kept : null;
  } catch {
    return null;
  }
}

/** `null`: there is nothing that the address does not say. */
export function keepUnwritten(unwritten: Omit<Unwritten, 'left'> | null): void {
  try {
    if (unwritten === null) sessionStorage.removeItem(unwrittenKey);
    else {
      const kept: Unwritten = { ...unwritten, left: presentAddress() };
      sessionStorage.setItem(unwrittenKey, JSON.stringify(kept));
    }
  } catch {
    // Storage may be blocked or full.
  }
}

function presentAddress(): string {
  return window.location.search + window.location.hash;
}
