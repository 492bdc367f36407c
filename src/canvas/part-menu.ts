/** A menu for a part or a line of the diagram: right click, long press, Shift+F10 or the menu key on the focused part. Loaded with the first sign of a hand. */
import { useStore } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';

/** Whose menu is asked for; both are `null` on the free canvas. */
export interface MenuPlace {
  readonly nodeId: string | null;
  /** Of a line of calls, see `CallBundle`. */
  readonly callId: string | null;
}

export interface PartMenuProps {
  /** Asked for a menu before there was anybody to open it. */
  early: RefObject<MouseEvent | null>;
  /** `x` and `y` are in CSS pixels of the window. */
  onMenu(place: MenuPlace, x: number, y: number): void;
}

const longPressMs = 550;
/** A finger that moves further than this drags, px. */
const slackPx = 8;

export function PartMenu({ early, onMenu }: PartMenuProps): null {
  const pane = useStore((state) => state.domNode);
  useEffect(() => {
    if (pane === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from = { x: 0, y: 0 };
    // While its finger still lies there, what it pressed stays where it is.
    let isHeld = false;
    const letGo = () => clearTimeout(timer);
    const openAt = (target: EventTarget | null, x: number, y: number) => {
      letGo();
      isHeld = true;
      onMenu(menuPlaceOf(target), x, y);
    };
    const open = (event: MouseEvent) => {
      event.preventDefault();
      openAt(event.target, ...placeOf(event));
    };
    if (early.current !== null) openAt(early.current.target, ...placeOf(early.current));
    early.current = null;
    const stay = (event: TouchEvent) => {
      if (isHeld) event.stopPropagation();
    };
    // Else the browser may take it for a tap on what now lies under the finger: the menu.
    const lift = (event: TouchEvent) => {
      if (isHeld) event.preventDefault();
    };
    const press = (event: PointerEvent) => {
      letGo();
      isHeld = false;
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      from = { x: event.clientX, y: event.clientY };
      const { target } = event;
      timer = setTimeout(() => openAt(target, from.x, from.y), longPressMs);
    };
    const move = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > slackPx) letGo();
    };
    const leaving = ['pointerup', 'pointercancel'] as const;
    pane.addEventListener('contextmenu', open);
    pane.addEventListener('pointerdown', press, { capture: true });
    pane.addEventListener('pointermove', move, { capture: true });
    pane.addEventListener('touchmove', stay, { capture: true, passive: true });
    pane.addEventListener('touchend', lift, { capture: true, passive: false });
    for (const name of leaving) window.addEventListener(name, letGo);
    return () => {
      letGo();
      pane.removeEventListener('contextmenu', open);
      pane.removeEventListener('pointerdown', press, { capture: true });
      pane.removeEventListener('pointermove', move, { capture: true });
      pane.removeEventListener('touchmove', stay, { capture: true });
      pane.removeEventListener('touchend', lift, { capture: true });
      for (const name of leaving) window.removeEventListener(name, letGo);
    };
  }, [pane, early, onMenu]);
  return null;
}

function menuPlaceOf(target: EventTarget | null): MenuPlace {
  const element = target instanceof Element ? target : null;
  const node = element?.closest<HTMLElement>('.react-flow__node');
  const call = element?.closest<HTMLElement | SVGElement>('[data-call]');
  return { nodeId: node?.dataset.id ?? null, callId: call?.dataset.call ?? null };
}

/** Asked for with a key, the menu opens at the part itself. */
function placeOf(event: MouseEvent): [number, number] {
  const target = event.target instanceof Element ? event.target : null;
  const isOfKey = event.button !== 2 && target !== null;
  if (!isOfKey) return [event.clientX, event.clientY];
  const { left, bottom } = target.getBoundingClientRect();
  return [left, bottom];
}
