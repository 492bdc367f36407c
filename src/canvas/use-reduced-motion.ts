import { useSyncExternalStore } from 'react';

const query = '(prefers-reduced-motion: reduce)';

function subscribe(listener: () => void): () => void {
  const wish = matchMedia(query);
  wish.addEventListener('change', listener);
  return () => wish.removeEventListener('change', listener);
}

/** The watcher has asked the system for less motion. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
