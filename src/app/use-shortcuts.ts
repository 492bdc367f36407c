import { useEffect } from 'react';

/** What does something with the space bar itself; a chosen radio button and a slider do not. */
const takesSpace =
  'input:not([type="radio"], [type="range"]), textarea, select, button, summary, a, [tabindex="0"], dialog *';

export interface Shortcuts {
  onSpace(): void;
  onEscape(): void;
}

/** Space plays and pauses, Escape lets go of the selection, wherever the focus is but in a control of its own. */
export function useShortcuts({ onSpace, onEscape }: Shortcuts): void {
  useEffect(() => {
    const listenForSpace = (event: KeyboardEvent) => {
      if (event.key !== ' ' || isChord(event) || targetOf(event)?.closest(takesSpace)) return;
      event.preventDefault();
      onSpace();
    };
    const listenForEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isChord(event) || targetOf(event)?.closest('dialog')) return;
      onEscape();
    };
    // Space on the way in, before anything inside the page can keep the key to itself; Escape on
    // the way out, because a part that has focus lets go of itself, and would take hold again of
    // what was let go before.
    window.addEventListener('keydown', listenForSpace, { capture: true });
    window.addEventListener('keydown', listenForEscape);
    return () => {
      window.removeEventListener('keydown', listenForSpace, { capture: true });
      window.removeEventListener('keydown', listenForEscape);
    };
  }, [onSpace, onEscape]);
}

function isChord(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function targetOf(event: KeyboardEvent): Element | null {
  return event.target instanceof Element ? event.target : null;
}
