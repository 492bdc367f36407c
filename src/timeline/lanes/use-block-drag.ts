import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { TimeDomain } from '../time-domain';
import { type BlockPart, draggedSpan, freeMs, keptInSight, type Span, snapMs } from './drag-block';

export interface BlockDragOptions {
  domain: TimeDomain;
  /** As it stands; `null` in `untilMs` where it lasts. */
  span: Span;
  /** Where it stops in the picture. */
  shownUntilMs: number;
  canEnd: boolean;
  onMove(span: Span): void;
  onRemove(): void;
  onOpen(): void;
}

/** How far from an end a pointer takes hold of that end, CSS pixels: a finger needs more. */
const gripPx = { mouse: 8, touch: 18 };

/** A drag shorter than this opens the block, CSS pixels. */
const dragMinPx = 3;

interface Grip {
  x: number;
  part: BlockPart;
  widthPx: number;
  hasMoved: boolean;
}

/** Moves and stretches a block by pointer and keyboard. Only what it comes to rest at is told. */
export function useBlockDrag(options: BlockDragOptions) {
  const { domain, span, shownUntilMs, canEnd, onMove, onRemove, onOpen } = options;
  const [preview, setPreview] = useState<Span | null>(null);
  const grip = useRef<Grip | null>(null);
  /** What has no end gets one where it stops in the picture when that is taken hold of. */
  const spanFor = (part: BlockPart): Span =>
    part === 'end' ? { ...span, untilMs: span.untilMs ?? shownUntilMs } : span;
  const draggedBy = (part: BlockPart, byMs: number, stepMs: number): Span => {
    const before = spanFor(part);
    return keptInSight(draggedSpan(before, part, byMs, stepMs), before, part, domain);
  };
  const moveTo = (to: Span) => {
    if (to.fromMs !== span.fromMs || to.untilMs !== span.untilMs) onMove(to);
  };

  /** A click that ends a drag opens nothing. */
  const hasDragged = useRef(false);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      hasDragged.current = false;
      const track = event.currentTarget.closest('.lane-track');
      const widthPx = track?.getBoundingClientRect().width ?? 0;
      grip.current = { x: event.clientX, part: partUnder(event, canEnd), widthPx, hasMoved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = grip.current;
      if (held === null || held.widthPx === 0) return;
      const byPx = event.clientX - held.x;
      if (!held.hasMoved && Math.abs(byPx) < dragMinPx) return;
      held.hasMoved = true;
      const byMs = (byPx / held.widthPx) * (domain.toMs - domain.fromMs);
      const stepMs = event.altKey ? freeMs : snapMs;
      setPreview(draggedBy(held.part, byMs, stepMs));
    },
    onPointerUp: () => {
      // Whoever has dropped the drag by Escape has dragged all the same.
      if (grip.current !== null) hasDragged.current = grip.current.hasMoved;
      grip.current = null;
      setPreview(null);
      if (preview !== null) moveTo(preview);
    },
    onClick: () => {
      if (!hasDragged.current) onOpen();
      hasDragged.current = false;
    },
    onPointerCancel: () => {
      grip.current = null;
      setPreview(null);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && grip.current !== null) {
        hasDragged.current = grip.current.hasMoved;
        grip.current = null;
        setPreview(null);
        event.stopPropagation();
        return;
      }
      const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
      if (!isArrow && event.key !== 'Delete' && event.key !== 'Backspace') return;
      // The arrow keys mean something else everywhere else.
      event.preventDefault();
      event.stopPropagation();
      if (!isArrow) return onRemove();
      const stepMs = event.altKey ? freeMs : snapMs;
      const part = event.shiftKey && canEnd ? 'end' : 'whole';
      const byMs = event.key === 'ArrowRight' ? stepMs : -stepMs;
      moveTo(draggedBy(part, byMs, stepMs));
    },
  };
  return { preview, handlers };
}

function partUnder(event: PointerEvent<HTMLElement>, canEnd: boolean): BlockPart {
  if (!canEnd) return 'whole';
  const { x, width } = event.currentTarget.getBoundingClientRect();
  const reachPx = Math.min(event.pointerType === 'mouse' ? gripPx.mouse : gripPx.touch, width / 3);
  if (event.clientX > x + width - reachPx) return 'end';
  return event.clientX < x + reachPx ? 'beginning' : 'whole';
}
