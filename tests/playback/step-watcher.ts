import type { Watcher } from '../../src/playback/watcher';

/** A watcher whose clock and pictures the test moves. */
export class StepWatcher implements Watcher {
  wallMs = 0;
  isSeen = true;
  #picture: ((wallMs: number) => void) | null = null;
  #listener: (() => void) | null = null;

  onNextPicture(callback: (wallMs: number) => void): () => void {
    this.#picture = callback;
    return () => {
      this.#picture = null;
    };
  }

  readonly isVisible = (): boolean => this.isSeen;

  onVisibilityChange(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = null;
    };
  }

  get isWaiting(): boolean {
    return this.#picture !== null;
  }

  /** Time passes, and a picture is due if one was asked for. */
  pass(ms: number): void {
    this.wallMs += ms;
    const picture = this.#picture;
    this.#picture = null;
    picture?.(this.wallMs);
  }

  setSeen(isSeen: boolean): void {
    this.isSeen = isSeen;
    this.#listener?.();
  }
}
