/** The watcher's side of time: animation frames, and whether anybody can see the page. */

export interface Watcher {
  /** Calls back before the next picture with a clock in ms; returns the way out. */
  onNextPicture(callback: (wallMs: number) => void): () => void;
  isVisible(): boolean;
  /** Returns the way out. */
  onVisibilityChange(listener: () => void): () => void;
}

export const pageWatcher: Watcher = {
  onNextPicture(callback) {
    const id = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(id);
  },
  isVisible: () => !document.hidden,
  onVisibilityChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
