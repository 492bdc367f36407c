/** Lets the page ask for the form of something new in a lane. */
import { useEffect } from 'react';
import { changeTimelineView } from '../use-timeline-view';
import type { LaneId } from './happening';

type Opener = (lane: LaneId) => void;

/** Asked for before there are lanes to open it. */
let asked: LaneId | null = null;
let opener: Opener | null = null;

export function askForBlock(lane: LaneId): void {
  changeTimelineView({ isExpanded: true });
  if (opener === null) asked = lane;
  else opener(lane);
}

/** Opens what is asked for as long as the lanes are on the page. */
export function useBlockRequest(open: Opener): void {
  useEffect(() => {
    opener = open;
    if (asked !== null) open(asked);
    asked = null;
    return () => {
      opener = null;
    };
  }, [open]);
}
