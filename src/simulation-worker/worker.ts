/** The web worker: the run host behind the browser's messages. */
import { Simulation } from '../simulation/engine/simulation';
import { deferByMessage } from './defer-by-message';
import { transferablesOf } from './frame-transfer';
import { readPageMessage } from './page-message';
import type { WorkerMessage } from './protocol';
import { RunHost } from './run-host';

/** As much of a worker's global scope as is used; its full types would clash with the page's. */
const scope = globalThis as unknown as {
  postMessage(message: WorkerMessage, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
};

function post(message: WorkerMessage): void {
  const hasFrame = message.type === 'frame' || message.type === 'foreseen';
  scope.postMessage(message, hasFrame ? transferablesOf(message.frame) : []);
}

const host = new RunHost({
  createSimulation: (options) => new Simulation(options),
  post,
  now: () => performance.now(),
  defer: deferByMessage(),
});

scope.onmessage = (event) => {
  const read = readPageMessage(event.data);
  if (read.isValid) host.receive(read.message);
  else if (read.runId !== null) {
    const { runId, problem } = read;
    post({ type: 'failed', runId, message: problem, seed: 0, atMs: 0, events: 0 });
  }
};
