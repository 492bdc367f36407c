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
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === ' ' && !target?.closest(takesSpace)) {
        event.preventDefault();
        onSpace();
      } else if (event.key === 'Escape' && !target?.closest('dialog')) onEscape();
    };
    // On the way in, before anything inside the page can keep the key to itself.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [onSpace, onEscape]);
}
