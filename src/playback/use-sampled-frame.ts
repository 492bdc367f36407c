import { useMemo, useSyncExternalStore } from 'react';
import type { Frame } from '../simulation/frame';
import { type FrameSampler, samplerOf } from './frame-sampler';
import type { RunFeed } from './run-feed';

/**
 * A figure of the run for React, refreshed `hz` times a second at most.
 * `select` belongs outside the component (or in `useCallback`): a new function
 * selects anew. The component renders again only when `isEqual` says that the
 * selection changed.
 */
export function useSampledFrame<Selection>(
  feed: RunFeed,
  select: (frame: Frame | null) => Selection,
  hz = 5,
  isEqual: (before: Selection, after: Selection) => boolean = Object.is,
): Selection {
  const sampler = samplerOf(feed, hz);
  const selection = useMemo(
    () => rememberedSelection(sampler, select, isEqual),
    [sampler, select, isEqual],
  );
  return useSyncExternalStore(sampler.subscribe, selection, selection);
}

/** Selects once per sampled frame, and keeps the earlier selection while an equal one comes out. */
function rememberedSelection<Selection>(
  sampler: FrameSampler,
  select: (frame: Frame | null) => Selection,
  isEqual: (before: Selection, after: Selection) => boolean,
): () => Selection {
  let last: { frame: Frame | null; selection: Selection } | null = null;
  return () => {
    const frame = sampler.current();
    if (last !== null && last.frame === frame) return last.selection;
    const selected = select(frame);
    const selection =
      last !== null && isEqual(last.selection, selected) ? last.selection : selected;
    last = { frame, selection };
    return selection;
  };
}
