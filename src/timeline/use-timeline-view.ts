import { useState } from 'react';
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

export function useTimelineView(): [TimelineView, (change: Partial<TimelineView>) => void] {
  const [view, setView] = useState(() => readTimelineView(browserSettings.read(key)));
  const change = (part: Partial<TimelineView>) => {
    const changed = { ...view, ...part };
    setView(changed);
    browserSettings.write(key, changed);
  };
  return [view, change];
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
