import { useEffect } from 'react';
import type { Playback } from '../playback/playback';

/** Lets the run stand still while the frame is scrolled out of sight on the page that holds it. */
export function useOnScreen(playback: Playback): void {
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      playback.setOnScreen(entries.at(-1)?.isIntersecting ?? true);
    });
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [playback]);
}
