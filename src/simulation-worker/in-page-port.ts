/**
 * The engine in the page itself, behind the same door as a worker. A frame in a
 * sandbox has no origin, and a browser lets it open no worker; there the slices
 * of the run host keep the page free to answer.
 */
import type { WorkerPort } from './client';
import type { PageMessage } from './protocol';
import type { RunHost } from './run-host';

export class InPagePort implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  #host: RunHost | null = null;
  #isTerminated = false;
  /** What came before the engine was loaded. */
  #waiting: PageMessage[] = [];

  constructor() {
    void this.#load();
  }

  postMessage(message: PageMessage): void {
    // To work ahead would take the page's own time.
    if (this.#isTerminated || message.type === 'foresee') return;
    if (this.#host === null) this.#waiting.push(message);
    else this.#host.receive(message);
  }

  terminate(): void {
    this.#isTerminated = true;
    this.#host = null;
    this.#waiting = [];
  }

  async #load(): Promise<void> {
    try {
      const { createInPageHost } = await import('./in-page-host');
      if (this.#isTerminated) return;
      const host = createInPageHost((data) => {
        // As from a worker: never within the call that asks.
        queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data })));
      });
      this.#host = host;
      for (const message of this.#waiting.splice(0)) host.receive(message);
    } catch (error) {
      this.onerror?.(new ErrorEvent('error', { message: String(error), cancelable: true }));
    }
  }
}
