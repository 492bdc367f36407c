import { type PointerEvent, useRef, useState } from 'react';
import type { TimeDomain } from '../time-domain';
import { timeAt } from '../trend-path';
import { brushed } from './zoom';

export interface TimeGesturesOptions {
  /** What is shown, and what there is to be shown. */
  domain: TimeDomain;
  whole: TimeDomain;
  onPoint(timeMs: number | null): void;
  /** `null` where the run cannot be sought. */
  onSeek: ((timeMs: number) => void) | null;
  onZoom(domain: TimeDomain | null): void;
}

/** A stroke shorter than this is a click, CSS pixels. */
const strokeMinPx = 4;

interface Stroke {
  x: number;
  timeMs: number;
  isBrush: boolean;
}

/**
 * The pointer over what shares the time axis: it reads where it rests, seeks
 * where it drags, and brushes along the axis or with the shift key held.
 */
export function useTimeGestures(options: TimeGesturesOptions) {
  const { domain, whole, onPoint, onSeek, onZoom } = options;
  const [brush, setBrush] = useState<TimeDomain | null>(null);
  const stroke = useRef<Stroke | null>(null);
  const end = () => {
    stroke.current = null;
    setBrush(null);
  };
  const on = (place: 'plot' | 'axis') => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      // Two fingers mean neither an instant nor a stretch.
      if (!event.isPrimary) return end();
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const timeMs = timeUnder(event, domain);
      const isBrush = place === 'axis' || event.shiftKey;
      stroke.current = { x: event.clientX, timeMs, isBrush };
      if (!isBrush) onSeek?.(timeMs);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.isPrimary) return;
      const timeMs = timeUnder(event, domain);
      onPoint(timeMs);
      if (stroke.current === null) return;
      if (stroke.current.isBrush) setBrush(between(stroke.current.timeMs, timeMs));
      else onSeek?.(timeMs);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const drawn = stroke.current;
      end();
      if (drawn === null || !drawn.isBrush) return;
      const timeMs = timeUnder(event, domain);
      if (Math.abs(event.clientX - drawn.x) >= strokeMinPx) {
        onZoom(brushed(drawn.timeMs, timeMs, whole));
      } else {
        onSeek?.(timeMs);
      }
    },
    onPointerCancel: end,
    onPointerLeave: () => onPoint(null),
    onDoubleClick: () => onZoom(null),
  });
  return { brush, on, end };
}

function between(oneMs: number, otherMs: number): TimeDomain {
  return { fromMs: Math.min(oneMs, otherMs), toMs: Math.max(oneMs, otherMs) };
}

function timeUnder({ clientX, currentTarget }: PointerEvent, domain: TimeDomain): number {
  const { x, width } = currentTarget.getBoundingClientRect();
  return timeAt(clientX - x, domain, width);
}
