/** A pool's worker in the page itself, for frames that may open none: it works in slices. */
import { deferByMessage } from './defer-by-message';
import { PoolHost } from './pool-host';
import type { PoolPort, PoolRequest } from './pool-protocol';

export class PoolInPagePort implements PoolPort {
  onmessage: PoolPort['onmessage'] = null;
  onerror: PoolPort['onerror'] = null;
  onmessageerror: PoolPort['onmessageerror'] = null;
  readonly #host = new PoolHost({
    // As from a worker: never within the call that asks.
    post: (data) => queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data }))),
    defer: deferByMessage(),
  });

  postMessage(request: PoolRequest): void {
    this.#host.receive(request);
  }

  terminate(): void {
    this.#host.stop();
  }
}
