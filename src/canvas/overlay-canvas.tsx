import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useCanvas } from './canvas-context';
import { onThemeChange, readColors } from './overlay/canvas-colors';
import { Overlay } from './overlay/overlay';
import type { Scene } from './overlay/scene';
import { useView } from './view';

/** The painted layers over the graph, kept in step with the view of its pane. */
export interface OverlayCanvasProps {
  scene: Scene;
  isReduced: boolean;
  /** What can be picked on it. Default nothing. */
  children?: (overlay: Overlay) => ReactNode;
}

export function OverlayCanvas({ scene, isReduced, children }: OverlayCanvasProps) {
  const { feed } = useCanvas();
  const view = useView();
  const states = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);

  useLayoutEffect(() => {
    if (states.current === null || moving.current === null) return;
    const created = new Overlay(states.current, moving.current, feed);
    setOverlay(created);
    return () => created.dispose();
  }, [feed]);

  useLayoutEffect(() => {
    if (overlay === null) return;
    const follow = () => {
      const [x, y, zoom] = view.getState().transform;
      overlay.setView({ x, y, zoom });
    };
    follow();
    return view.subscribe(follow);
  }, [overlay, view]);

  useLayoutEffect(() => overlay?.setScene(scene), [overlay, scene]);

  useEffect(() => overlay?.setReducedMotion(isReduced), [overlay, isReduced]);

  useEffect(() => {
    const element = states.current;
    if (overlay === null || element === null) return;
    const read = () => overlay.setColors(readColors(element, scene.journeyCount));
    read();
    return onThemeChange(read);
  }, [overlay, scene.journeyCount]);

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
      {overlay !== null && children?.(overlay)}
    </div>
  );
}
