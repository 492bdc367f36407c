/** What parts of the page can do for whoever asks: each offers it while it is on the page. */
import { useEffect } from 'react';

export type PageAction = 'share' | 'embed' | 'open';

const offered = new Map<PageAction, () => void>();

export const pageActions: ReadonlyMap<PageAction, () => void> = offered;

export function usePageAction(action: PageAction, run: () => void): void {
  useEffect(() => {
    offered.set(action, run);
    return () => {
      if (offered.get(action) === run) offered.delete(action);
    };
  }, [action, run]);
}
