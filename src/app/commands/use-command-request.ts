/** Listens for what asks for commands; what answers is loaded when somebody asks. */
import { useCallback, useEffect, useState } from 'react';
import type { Selection } from '../../workspace/workspace';
import type { CommandRequest } from './command-request';

/** What a key typed there means is its own business. */
const takesKeys =
  'input:not([type="radio"], [type="range"]), textarea, select, dialog *, [popover] *';

const signsOfMenu = ['touchstart', 'keydown', 'contextmenu'] as const;

export function useCommandRequest() {
  const [request, setRequest] = useState<CommandRequest | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const asked = requestOf(event);
      if (asked === null) return;
      event.preventDefault();
      setRequest(asked);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    // A finger that stays opens a menu half a second later, and the key after Shift may be the one for a menu: what
    // tells that a menu is asked for and what shows it are loaded side by side.
    // What does not come is asked for again when it is shown.
    const prepare = () => void import('./command-surface').catch(() => undefined);
    for (const sign of signsOfMenu) {
      window.addEventListener(sign, prepare, { once: true, passive: true, capture: true });
    }
    return () => {
      for (const sign of signsOfMenu) {
        window.removeEventListener(sign, prepare, { capture: true });
      }
    };
  }, []);
  const openMenu = useCallback(
    (selection: Selection | null, x: number, y: number) =>
      setRequest({ kind: 'menu', selection, x, y }),
    [],
  );
  const close = useCallback(() => setRequest(null), []);
  return { request, setRequest, openMenu, close };
}

function requestOf(event: KeyboardEvent): CommandRequest | null {
  if (event.defaultPrevented || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (event.ctrlKey || event.metaKey) {
    const isPalette = event.key.toLowerCase() === 'k' && !event.shiftKey;
    return isPalette && !target?.closest('dialog') ? { kind: 'palette' } : null;
  }
  if (event.key.length !== 1 || event.key === ' ' || target?.closest(takesKeys)) return null;
  return { kind: 'key', key: event.key };
}
