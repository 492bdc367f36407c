import { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Journey } from '../architecture/document';
import { later } from '../design/later';
import { useCanvas } from './canvas-context';
import { onThemeChange, readColors } from './overlay/canvas-colors';
import { Overlay } from './overlay/overlay';
import type { RequestAtPoint } from './overlay/request-place';
import type { Scene } from './overlay/scene';
import type { SeatAtInstant } from './seat-picking';

// Only a pointer needs it.
const SeatPicking = later(async () => (await import('./seat-picking')).SeatPicking);

/** The painted layers over the graph, kept in step with React Flow's viewport. */
export interface OverlayCanvasProps {
  scene: Scene;
  isReduced: boolean;
  /** A moving request was clicked. */
  onRequest: ((request: RequestAtPoint) => void) | null;
  /** A request in a slot or a queue was clicked. */
  onSeat: ((seat: SeatAtInstant) => void) | null;
  /** Of the document, in its order. */
  journeys: readonly Journey[];
}

export function OverlayCanvas(props: OverlayCanvasProps) {
  const { scene, isReduced, onRequest, onSeat, journeys } = props;
  const { feed } = useCanvas();
  const flow = useStoreApi();
  const states = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [pane, setPane] = useState<HTMLElement | null>(null);

  useLayoutEffect(() => {
    if (states.current === null || moving.current === null) return;
    const created = new Overlay(states.current, moving.current, feed);
    setOverlay(created);
    return () => created.dispose();
  }, [feed]);

  useLayoutEffect(() => {
    if (overlay === null) return;
    const follow = () => {
      const [x, y, zoom] = flow.getState().transform;
      overlay.setView({ x, y, zoom });
    };
    follow();
    return flow.subscribe(follow);
  }, [overlay, flow]);

  useLayoutEffect(() => overlay?.setScene(scene), [overlay, scene]);

  useEffect(() => overlay?.setReducedMotion(isReduced), [overlay, isReduced]);

  useEffect(() => {
    const element = states.current;
    if (overlay === null || element === null) return;
    const read = () => overlay.setColors(readColors(element, scene.journeyCount));
    read();
    return onThemeChange(read);
  }, [overlay, scene.journeyCount]);

  useEffect(() => {
    // Before the graph hears of it: a dot lies over the lines. A part or a button under it is meant itself.
    const pane = states.current?.closest<HTMLElement>('.react-flow') ?? null;
    if (overlay === null || pane === null || onRequest === null) return;
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
  }, [overlay, onRequest]);

  useEffect(() => {
    const around = states.current?.closest<HTMLElement>('.react-flow') ?? null;
    const stir = () => setPane(around);
    // A finger that taps does not move.
    for (const kind of ['pointermove', 'pointerdown'] as const) {
      around?.addEventListener(kind, stir, { once: true, capture: true });
    }
    return () => {
      around?.removeEventListener('pointermove', stir, { capture: true });
      around?.removeEventListener('pointerdown', stir, { capture: true });
    };
  }, []);

  useLayoutEffect(() => {
    const element = states.current;
    if (overlay === null || element === null) return;
    const measure = () => overlay.resize(element.clientWidth, element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [overlay]);

  return (
    <div className="overlay" aria-hidden="true">
      <canvas ref={states} />
      <canvas ref={moving} />
      {overlay !== null && pane !== null && onSeat !== null && (
        <SeatPicking {...{ overlay, pane, journeys, onSeat }} />
      )}
    </div>
  );
}
