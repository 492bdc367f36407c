/** Work that several wait for: it goes on as long as one of them does. */
import type { Work } from './use-analysis';

type Watcher = Omit<Work, 'run'>;

export class SharedWork<Outcome> {
  readonly #watchers = new Set<Watcher>();
  readonly #controller = new AbortController();
  readonly #outcome: Promise<Outcome>;
  #progress: Parameters<Watcher['onProgress']> = [0, 0];
  #isOver = false;

  /** Begins it at once; its signal is aborted when nobody waits any more, or it has failed. */
  constructor(work: (watcher: Watcher) => Promise<Outcome>) {
    this.#outcome = work({
      signal: this.#controller.signal,
      onProgress: (...progress) => {
        this.#progress = progress;
        for (const { onProgress } of this.#watchers) onProgress(...progress);
      },
    });
    this.#outcome.then(
      () => this.#end(),
      (error) => this.#end(error),
    );
  }

  /** Whether it is done, has failed, or was given up. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Waits with the others; rejects with the signal's reason as soon as it is aborted. */
  wait(watcher: Watcher): Promise<Outcome> {
    const { signal, onProgress } = watcher;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#watchers.delete(watcher);
        signal.removeEventListener('abort', giveUp);
      };
      const giveUp = () => {
        leave();
        reject(signal.reason);
        if (this.#watchers.size === 0) this.#end(signal.reason);
      };
      this.#watchers.add(watcher);
      onProgress(...this.#progress);
      signal.addEventListener('abort', giveUp);
      this.#outcome.finally(leave).then(resolve, reject);
      if (signal.aborted) giveUp();
    });
  }

  #end(reason?: unknown): void {
    this.#isOver = true;
    if (reason !== undefined) this.#controller.abort(reason);
  }
}
