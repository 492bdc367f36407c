import { useMedia } from '../design/use-media';

/** Below this width there is room for one side only. */
const narrow = matchMedia('(max-width: 519px)');

export function useIsNarrow(): boolean {
  return useMedia(narrow);
}
