import { useEffect } from 'react';
import type { RunControl } from './run-control';

/** What does something with the space bar itself; a chosen radio button and a slider do not. */
const takesSpace =
  'input:not([type="radio"], [type="range"]), textarea, select, button, summary, a, [tabindex="0"], dialog *';

/** The keys of `player-moves`: which one does what is loaded with the first of them. */
const movesRun = /^(ArrowLeft|ArrowRight|Home|End|Comma|Period|KeyL|[,.lio\d])$/;
const moves = () => import('./player-moves');

/** What a sign typed there means is its own business. */
const takesSigns =
  'input:not([type="radio"], [type="range"]), textarea, select, dialog *, [popover] *';

/** What is walked through with arrows, Home and End itself. */
const takesArrows = `${takesSigns}, input, [role], .react-flow__node`;

export interface Shortcuts {
  run: RunControl;
  onEscape(): void;
}

/**
 * Space plays and pauses, other keys move the run, Escape lets go of the
 * selection, wherever the focus is but in a control that has its own use of them.
 */
export function useShortcuts({ run, onEscape }: Shortcuts): void {
  useEffect(() => {
    const listenForMoves = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isChord(event)) return;
      const takes = event.key.length === 1 ? takesSigns : takesArrows;
      if (!movesRun.test(event.shiftKey ? event.code : event.key)) return;
      if (targetOf(event)?.closest(takes)) return;
      event.preventDefault();
      void moves().then(({ moveOfKey }) => moveOfKey(event)?.(run));
    };
    const listenForSpace = (event: KeyboardEvent) => {
      if (event.key !== ' ' || isChord(event) || targetOf(event)?.closest(takesSpace)) return;
      event.preventDefault();
      run.toggle();
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
    window.addEventListener('keydown', listenForMoves);
    return () => {
      window.removeEventListener('keydown', listenForSpace, { capture: true });
      window.removeEventListener('keydown', listenForEscape);
      window.removeEventListener('keydown', listenForMoves);
    };
  }, [run, onEscape]);
}

function isChord(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function targetOf(event: KeyboardEvent): Element | null {
  return event.target instanceof Element ? event.target : null;
}
