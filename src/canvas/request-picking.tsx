/** Requests can be pointed at and clicked: a dot on its way, or one in a slot or a queue. */
import { useStore } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Journey } from '../architecture/document';
import { later } from '../design/later';
import type { Overlay } from './overlay/overlay';
import type { RequestAtPoint } from './overlay/request-place';
import type { SeatAtInstant } from './seat-picking';

// Only a pointer needs it.
const SeatPicking = later(async () => (await import('./seat-picking')).SeatPicking);

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
  const [isStirred, setStirred] = useState(false);

  useEffect(() => {
    // Before the graph hears of it: a dot lies over the lines. A part or a button under it is meant itself.
    if (pane === null || onRequest === null) return;
    const look = (event: MouseEvent) => {
      const { target } = event;
      if (target instanceof Element && target.closest('.react-flow__node, button')) return;
      const { left, top } = pane.getBoundingClientRect();
      const request = overlay.requestAt(event.clientX - left, event.clientY - top);
      if (request === null) return;
      event.stopPropagation();
      onRequest(request);
    };
    pane.addEventListener('click', look, { capture: true });
    return () => pane.removeEventListener('click', look, { capture: true });
  }, [overlay, pane, onRequest]);

  useEffect(() => {
    const stir = () => setStirred(true);
    // A finger that taps does not move.
    for (const kind of ['pointermove', 'pointerdown'] as const) {
      pane?.addEventListener(kind, stir, { once: true, capture: true });
    }
    return () => {
      pane?.removeEventListener('pointermove', stir, { capture: true });
      pane?.removeEventListener('pointerdown', stir, { capture: true });
    };
  }, [pane]);

  if (!isStirred || pane === null || onSeat === null) return null;
  return <SeatPicking {...{ overlay, pane, journeys, onSeat }} />;
}
