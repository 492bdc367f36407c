import { useEffect } from 'react';
import type { Workspace } from '../../workspace/workspace';

/** Text that is being typed has an undo of its own. */
const typesText = 'input:not([type="radio"], [type="range"], [type="checkbox"]), textarea';

/** Ctrl/⌘ Z undoes, with Shift it does again, as Ctrl/⌘ Y does. */
export function useHistoryKeys(onTravel: (direction: 'undo' | 'redo') => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      const target = event.target instanceof Element ? event.target : null;
      if (direction === null || target?.closest(`${typesText}, dialog *`)) return;
      event.preventDefault();
      onTravel(direction);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onTravel]);
}

function directionOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

/** Tells the workspace what belongs to one movement of the hand. */
export function useGestures(workspace: Workspace): void {
  useEffect(() => {
    const { beginGesture, endGesture } = workspace.getState();
    // On the way in, before whatever is changed by it.
    const early = { capture: true };
    window.addEventListener('pointerdown', beginGesture, early);
    window.addEventListener('pointerup', endGesture);
    window.addEventListener('pointercancel', endGesture);
    return () => {
      window.removeEventListener('pointerdown', beginGesture, early);
      window.removeEventListener('pointerup', endGesture);
      window.removeEventListener('pointercancel', endGesture);
    };
  }, [workspace]);
}
