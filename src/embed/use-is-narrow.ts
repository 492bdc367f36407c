import { useSyncExternalStore } from 'react';

/** Below this width there is room for one side only. */
const narrow = matchMedia('(max-width: 519px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
