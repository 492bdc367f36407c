/** A worker of the pool: the host behind the browser's messages. */
import { PoolHost } from './pool-host';
import type { PoolAnswer, PoolRequest } from './pool-protocol';

/** As much of a worker's global scope as is used; its full types would clash with the page's. */
const scope = globalThis as unknown as {
  postMessage(answer: PoolAnswer, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<PoolRequest>) => void) | null;
};

const host = new PoolHost({
  post: (answer) => {
    const windows = answer.type === 'done' ? answer.result.windows : null;
    scope.postMessage(answer, windows === null ? [] : [windows.buffer]);
  },
  // Who cancels ends the worker.
  defer: null,
});

scope.onmessage = ({ data }) => host.receive(data);
