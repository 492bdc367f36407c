/**
 * Requests can be pointed at and clicked: a dot on its way, or one in a slot or a queue. Loaded with
 * the first sign of a hand.
 */
import { useStore } from '@xyflow/react';
import { useEffect } from 'react';
import type { Journey } from '../architecture/document';
import { type RequestAtPoint, requestNear } from './overlay/nearest-request';
import type { Overlay } from './overlay/overlay';
import { type SeatAtInstant, SeatPicking } from './seat-picking';

export interface RequestPickingProps {
  overlay: Overlay;
  /** A moving request was clicked. */
  onRequest: ((request: RequestAtPoint) => void) | null;
  /** A request in a slot or a queue was clicked. */
  onSeat: ((seat: SeatAtInstant) => void) | null;
  /** Of the document, in its order. */
  journeys: readonly Journey[];
}

export function RequestPicking({ overlay, onRequest, onSeat, journeys }: RequestPickingProps) {
  const pane = useStore((state) => state.domNode);
  if (pane === null) return null;
  return (
    <>
      {onRequest !== null && <DotPicking overlay={overlay} pane={pane} onRequest={onRequest} />}
      {onSeat !== null && <SeatPicking {...{ overlay, pane, journeys, onSeat }} />}
    </>
  );
}

/** A pointer as far from a dot still means it, px. */
const reachPx = 11;

interface DotPickingProps {
  overlay: Overlay;
  pane: HTMLElement;
  onRequest(request: RequestAtPoint): void;
}

function DotPicking({ overlay, pane, onRequest }: DotPickingProps): null {
  useEffect(() => {
    // Before the graph hears of it: a dot lies over the lines. A part or a button under it is meant itself.
    const look = (event: MouseEvent) => {
      const { target } = event;
      if (target instanceof Element && target.closest('.react-flow__node, button')) return;
      const { left, top } = pane.getBoundingClientRect();
      const request = requestAt(overlay, event.clientX - left, event.clientY - top);
      if (request === null) return;
      event.stopPropagation();
      onRequest(request);
    };
    pane.addEventListener('click', look, { capture: true });
    return () => pane.removeEventListener('click', look, { capture: true });
  }, [overlay, pane, onRequest]);
  return null;
}

/** The moving request at a place of the pane, in CSS pixels; `null` where none is shown. */
function requestAt(overlay: Overlay, x: number, y: number): RequestAtPoint | null {
  const shown = overlay.shownRequests();
  if (shown === null) return null;
  const { requests, scene, nowMs, view } = shown;
  const point = { x: (x - view.x) / view.zoom, y: (y - view.y) / view.zoom };
  return requestNear(requests, scene, nowMs, point, reachPx / view.zoom);
}
