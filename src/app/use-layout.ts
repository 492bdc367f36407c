import { useSyncExternalStore } from 'react';

/** `wide`: everything side by side. `medium`: the inspector slides over. `narrow`: one pane. */
export type Layout = 'wide' | 'medium' | 'narrow';

const isWide = matchMedia('(min-width: 1200px)');
/** With the column of a story as well. */
const isWideForStory = matchMedia('(min-width: 1360px)');
const isMedium = matchMedia('(min-width: 720px)');

const queries = [isWide, isWideForStory, isMedium];

function subscribe(listener: () => void): () => void {
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

export function useLayout(hasStory: boolean): Layout {
  return useSyncExternalStore(subscribe, () => {
    if ((hasStory ? isWideForStory : isWide).matches) return 'wide';
    return isMedium.matches ? 'medium' : 'narrow';
  });
}
