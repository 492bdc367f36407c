import { useSyncExternalStore } from 'react';

/** `wide`: everything side by side. `medium`: the inspector slides over. `narrow`: one pane. */
export type Layout = 'wide' | 'medium' | 'narrow';

const isWide = matchMedia('(min-width: 1200px)');
const isMedium = matchMedia('(min-width: 720px)');

function layoutNow(): Layout {
  if (isWide.matches) return 'wide';
  return isMedium.matches ? 'medium' : 'narrow';
}

function subscribe(listener: () => void): () => void {
  for (const query of [isWide, isMedium]) query.addEventListener('change', listener);
  return () => {
    for (const query of [isWide, isMedium]) query.removeEventListener('change', listener);
  };
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, layoutNow);
}
