import { useSyncExternalStore } from 'react';
import { browserSettings } from '../workspace/stored-settings';
import { figureIds, type PinnedFigure } from './figures';

/** How the reader likes the timeline; kept between visits. */
export interface TimelineView {
  readonly isExpanded: boolean;
  /** The figures of the two charts; collapsed, the first one is shown. */
  readonly pinned: readonly [PinnedFigure, PinnedFigure];
}

const key = 'timeline';
const atFirst: TimelineView = { isExpanded: false, pinned: ['success', 'p99'] };

let view = readTimelineView(browserSettings.read(key));
const listeners = new Set<() => void>();

export function useTimelineView(): TimelineView {
  return useSyncExternalStore(onChange, timelineView);
}

export function timelineView(): TimelineView {
  return view;
}

export function changeTimelineView(change: Partial<TimelineView>): void {
  view = { ...view, ...change };
  browserSettings.write(key, view);
  for (const listener of listeners) listener();
}

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was stored, part by part; whatever is not understood is as it is at first. */
export function readTimelineView(stored: unknown): TimelineView {
  const { isExpanded, pinned } = Object(stored);
  const known = (at: 0 | 1) =>
    figureIds
      .flatMap((id): PinnedFigure[] => [id, `part:${id}`])
      .find((id) => id === Object(pinned)[at]) ?? atFirst.pinned[at];
  return { isExpanded: isExpanded === true, pinned: [known(0), known(1)] };
}
