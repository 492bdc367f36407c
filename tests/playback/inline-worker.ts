import type { WorkerPort } from '../../src/simulation-worker/client';
import type {
  HostedSimulation,
  HostedSimulationOptions,
} from '../../src/simulation-worker/hosted-run';
import type { PageMessage } from '../../src/simulation-worker/protocol';
import { RunHost } from '../../src/simulation-worker/run-host';

/** A worker in the same thread whose messages wait until `settle` delivers them. */
export class InlineWorker<Simulated extends HostedSimulation> implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  readonly asked: PageMessage[] = [];
  readonly simulations: Simulated[] = [];
  isTerminated = false;
  readonly #waiting: (() => void)[] = [];
  readonly #host: RunHost;

  constructor(create: (options: HostedSimulationOptions) => Simulated, now: () => number) {
    this.#host = new RunHost({
      createSimulation: (options) => {
        const simulation = create(options);
        this.simulations.push(simulation);
        return simulation;
      },
      post: (data) => {
        this.#waiting.push(() => this.onmessage?.(new MessageEvent('message', { data })));
      },
      now,
      defer: (callback) => this.#waiting.push(callback),
    });
  }

  postMessage(message: PageMessage): void {
    this.asked.push(message);
    this.#waiting.push(() => this.#host.receive(message));
  }

  terminate(): void {
    this.isTerminated = true;
    this.#waiting.length = 0;
  }

  /** Breaks as a worker does that runs out of memory. */
  die(): void {
    this.#waiting.length = 0;
    this.onerror?.(Object.assign(new Event('error'), { message: 'gone' }) as ErrorEvent);
  }

  settle(): void {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next();
  }
}
