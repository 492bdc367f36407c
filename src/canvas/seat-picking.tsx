/** The requests in slots and queues can be pointed at and clicked. */
import { useEffect, useState } from 'react';
import type { Journey } from '../architecture/document';
import { seat as english } from '../i18n/en/seat';
import { seat as spanish } from '../i18n/es/seat';
import { useCanvas } from './canvas-context';
import type { Overlay } from './overlay/overlay';
import { nearestSeat, type Seat, seatAt } from './overlay/seat-place';
import './seat-picking.css';

/** A seat of a unit at an instant that was shown. */
export interface SeatAtInstant {
  unitId: string;
  replica: number;
  slot: number | null;
  queuePlace: number | null;
  /** Simulated ms. */
  atMs: number;
}

export interface SeatPickingProps {
  overlay: Overlay;
  /** The pane that the pointer moves over. */
  pane: HTMLElement;
  /** Of the document, in its order. */
  journeys: readonly Journey[];
  onSeat(seat: SeatAtInstant): void;
}

const words = { es: spanish, en: english };

/** A finger means a cell at once only where the cell is as large as this, px. */
const fingerPx = 20;
/** On a part that is selected already, where another tap selects nothing, it means the nearest cell as far away as this, px. */
const reachPx = 22;
/** What lies over the drawing and is meant itself. */
const controls = 'button, .canvas-controls, .react-flow__panel';

/** A finger that moves further than this drags, px. */
const dragPx = 10;

interface Pointed extends Seat {
  /** Upper left corner and side in the pane, px. */
  place: { left: number; top: number; side: number };
  atMs: number;
}

export function SeatPicking({ overlay, pane, journeys, onSeat }: SeatPickingProps) {
  const { cut, text } = useCanvas();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    // A click tells its place in whole pixels only: what counts is where it was pressed.
    let pressed: Pointed | null = null;
    let from = { x: 0, y: 0 };
    let isTaken = false;
    const follow = (event: PointerEvent) => {
      const found =
        event.buttons === 0 && event.pointerType === 'mouse'
          ? pointedAt(overlay, pane, event)
          : null;
      setPointed((before) => (isSame(before, found) ? before : found));
    };
    const letGo = () => setPointed(null);
    const press = (event: PointerEvent) => {
      const find = event.pointerType === 'mouse' ? pointedAt : tappedAt;
      pressed = event.button === 0 && event.isPrimary ? find(overlay, pane, event) : null;
      from = { x: event.clientX, y: event.clientY };
      isTaken = false;
      letGo();
    };
    const take = () => {
      if (pressed === null) return;
      const { unitIndex, replica, slot, queuePlace, atMs } = pressed;
      pressed = null;
      isTaken = true;
      onSeat({ unitId: cut.units[unitIndex].id, replica, slot, queuePlace, atMs });
    };
    // The browser takes a tap soon after a drag for a hand that stops a fling, and makes no click of it.
    const lift = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') return;
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) <= dragPx) take();
      else forget();
    };
    // A long press opens a menu.
    const forget = () => {
      pressed = null;
    };
    const choose = (event: MouseEvent) => {
      take();
      // The unit below is not meant; a click by the keyboard is another matter.
      if (isTaken && event.detail > 0) event.stopPropagation();
      isTaken = false;
    };
    pane.addEventListener('pointermove', follow);
    pane.addEventListener('pointerdown', press, { capture: true });
    pane.addEventListener('pointerup', lift, { capture: true });
    pane.addEventListener('pointercancel', forget, { capture: true });
    pane.addEventListener('contextmenu', forget, { capture: true });
    pane.addEventListener('pointerleave', letGo);
    pane.addEventListener('wheel', letGo, { passive: true });
    pane.addEventListener('click', choose, { capture: true });
    return () => {
      pane.removeEventListener('pointermove', follow);
      pane.removeEventListener('pointerdown', press, { capture: true });
      pane.removeEventListener('pointerup', lift, { capture: true });
      pane.removeEventListener('pointercancel', forget, { capture: true });
      pane.removeEventListener('contextmenu', forget, { capture: true });
      pane.removeEventListener('pointerleave', letGo);
      pane.removeEventListener('wheel', letGo);
      pane.removeEventListener('click', choose, { capture: true });
    };
  }, [overlay, pane, cut, onSeat]);
  useEffect(() => {
    pane.classList.toggle('has-seat-under-pointer', pointed !== null);
    return () => pane.classList.remove('has-seat-under-pointer');
  }, [pane, pointed]);
  if (pointed === null) return null;
  const { left, top, side } = pointed.place;
  const own = words[text.language];
  const how = pointed.isInVain ? own.inVain : pointed.slot === null ? own.queue : own.slot;
  return (
    <div className="seat" style={{ left, top, width: side, height: side }}>
      <p>
        <b>{text.nameOf(journeys[pointed.journey].name)}</b> · {how}
        <small>{own.open}</small>
      </p>
    </div>
  );
}

type Press = Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>;

function pointedAt(overlay: Overlay, pane: HTMLElement, event: Press): Pointed | null {
  const { target } = event;
  if (target instanceof Element && target.closest(controls)) return null;
  const shown = overlay.shownUnits();
  if (shown === null) return null;
  const { frame, timeMs, scene, view } = shown;
  const { left, top } = pane.getBoundingClientRect();
  const x = (event.clientX - left - view.x) / view.zoom;
  const y = (event.clientY - top - view.y) / view.zoom;
  const seat = seatAt(frame, scene, { x, y });
  if (seat === null) return null;
  const { box } = seat;
  const place = {
    left: box.x * view.zoom + view.x,
    top: box.y * view.zoom + view.y,
    side: box.width * view.zoom,
  };
  return { ...seat, place, atMs: timeMs };
}

function tappedAt(overlay: Overlay, pane: HTMLElement, event: Press): Pointed | null {
  const found = pointedAt(overlay, pane, event);
  if (found !== null && found.place.side >= fingerPx) return found;
  const { target, clientX, clientY } = event;
  const part = target instanceof Element && target.closest('.react-flow__node.selected');
  if (!part) return null;
  return nearestSeat({ x: clientX, y: clientY }, reachPx, ({ x, y }) =>
    part.contains(window.document.elementFromPoint(x, y))
      ? pointedAt(overlay, pane, { target, clientX: x, clientY: y })
      : null,
  );
}

/** The same cell with the same in it, so that nothing has to be written anew. */
function isSame(one: Pointed | null, other: Pointed | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.place.left === other.place.left &&
    one.place.top === other.place.top &&
    one.journey === other.journey &&
    one.isInVain === other.isInVain
  );
}
