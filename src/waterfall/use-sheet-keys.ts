import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** Escape is theirs: what is open above the sheet, and fields that drop what is typed. */
const above = 'dialog[open], :popover-open';
const typedIn = 'input:not([type="radio"], [type="range"]), textarea, select';

/** A sheet above the page takes the focus and gives it back, and Escape closes it wherever the focus has gone. */
export function useSheetKeys(ref: RefObject<HTMLElement | null>, onClose: () => void): void {
  useLayoutEffect(() => {
    const sheet = ref.current;
    const before = document.activeElement;
    sheet?.focus({ preventScroll: true });
    return () => {
      const { activeElement } = document;
      const isIdle = activeElement === null || activeElement === document.body;
      if (!isIdle && sheet?.contains(activeElement) !== true) return;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [ref]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector(above) !== null) return;
      if (event.target instanceof Element && event.target.closest(typedIn) !== null) return;
      event.stopPropagation();
      onClose();
    };
    // On the way in: the parts of the page beneath would let go of themselves.
    window.addEventListener('keydown', close, { capture: true });
    return () => window.removeEventListener('keydown', close, { capture: true });
  }, [onClose]);
}
