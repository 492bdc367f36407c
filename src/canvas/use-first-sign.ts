import { useEffect, useState } from 'react';

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'contextmenu'] as const;

/** A screen for fingers: theirs come without a sign before. */
export const hasFingers = navigator.maxTouchPoints > 0;

/** Whether somebody has begun to do something: what answers them is loaded then. */
export function useFirstSign(): boolean {
  const [isSeen, setSeen] = useState(hasFingers);
  useEffect(() => {
    const see = () => setSeen(true);
    for (const sign of signs) window.addEventListener(sign, see, { once: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, see);
    };
  }, []);
  return isSeen;
}
