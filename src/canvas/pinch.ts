/**
 * Two fingers zoom wherever they lie. The library leaves touches on a part that can be
 * dragged to its drag, and in a small pane there is little but parts. Loaded where there are fingers.
 */
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { zoomMax, zoomMin } from './fit';
import type { Point } from './layout/box';

interface Held {
  apartPx: number;
  zoom: number;
  /** What lay between the fingers, px of the drawing. */
  held: Point;
}

export interface PinchProps {
  /** The reader takes the picture into their own hands. */
  onPinch(): void;
}

export function Pinch({ onPinch }: PinchProps): null {
  const pane = useStore((state) => state.domNode);
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    if (pane === null) return;
    let pinch: Held | null = null;
    const begin = (event: TouchEvent) => {
      const { touches } = event;
      if (touches.length !== 2 || ![...touches].some(isOnPart)) return;
      event.stopPropagation();
      const { x, y, zoom } = getViewport();
      const middle = middleOf(touches, pane);
      const held = { x: (middle.x - x) / zoom, y: (middle.y - y) / zoom };
      pinch = { apartPx: apartPxOf(touches), zoom, held };
      onPinch();
    };
    const move = (event: TouchEvent) => {
      if (pinch === null) return;
      event.stopPropagation();
      if (event.touches.length !== 2) return;
      const wanted = (pinch.zoom * apartPxOf(event.touches)) / pinch.apartPx;
      const zoom = Math.min(zoomMax, Math.max(zoomMin, wanted));
      const { x, y } = middleOf(event.touches, pane);
      setViewport({ x: x - pinch.held.x * zoom, y: y - pinch.held.y * zoom, zoom });
    };
    const end = ({ touches }: TouchEvent) => {
      if (touches.length === 0) pinch = null;
    };
    const listeners = [
      ['touchstart', begin],
      ['touchmove', move],
      ['touchend', end],
      ['touchcancel', end],
    ] as const;
    const options = { capture: true, passive: true };
    for (const [name, listener] of listeners) pane.addEventListener(name, listener, options);
    return () => {
      for (const [name, listener] of listeners) pane.removeEventListener(name, listener, options);
    };
  }, [pane, getViewport, setViewport, onPinch]);
  return null;
}

function isOnPart({ target }: Touch): boolean {
  return target instanceof Element && target.closest('.nopan') !== null;
}

function apartPxOf([one, other]: TouchList): number {
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
}

function middleOf([one, other]: TouchList, pane: HTMLElement): Point {
  const { left, top } = pane.getBoundingClientRect();
  return {
    x: (one.clientX + other.clientX) / 2 - left,
    y: (one.clientY + other.clientY) / 2 - top,
  };
}
