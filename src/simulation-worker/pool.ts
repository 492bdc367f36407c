/**
 * Many runs on all cores. Jobs wait in one queue; every worker does one at a
 * time. What is cancelled ends at once: a run cannot be interrupted, so its
 * worker is ended and another one takes its place when there is more to do.
 */
import type { ArchitectureDocument } from '../architecture/document';
import type { JobResult, RunJob } from '../simulation/replications/run-job';
import type { PoolAnswer, PoolPort } from './pool-protocol';

/** Why a job broke off; the seed is what replays it. */
export class JobFailure extends Error {
  readonly seed: number;

  constructor(message: string, seed: number) {
    super(message);
    this.name = 'JobFailure';
    this.seed = seed;
  }
}

export interface RunPoolOptions {
  createPort(): PoolPort | Promise<PoolPort>;
  /** Workers at most, at least 1. */
  size: number;
}

interface Waiting {
  job: RunJob;
  signal: AbortSignal | undefined;
  resolve(result: JobResult): void;
  reject(reason: unknown): void;
}

interface PoolMember {
  port: PoolPort | null;
  /** Its port is on its way; what is given to it meanwhile is taken up then. */
  isOpening: boolean;
  document: ArchitectureDocument | null;
  /** The job that is under way. */
  task: Waiting | null;
}

export class RunPool {
  readonly #options: RunPoolOptions;
  readonly #members = new Set<PoolMember>();
  #queue: Waiting[] = [];

  constructor(options: RunPoolOptions) {
    this.#options = options;
  }

  /** How many jobs are worked on at once. */
  get size(): number {
    return this.#options.size;
  }

  /** Opens the workers, so that the first jobs need not wait for them. */
  prepare(): void {
    while (this.#members.size < this.#options.size) void this.#begin(this.#newMember());
  }

  /** Rejects with `JobFailure`, or with the signal's reason as soon as it is aborted. */
  run(job: RunJob, signal?: AbortSignal): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const waiting: Waiting = { job, signal, resolve, reject };
      signal?.addEventListener('abort', () => this.#cancel(waiting), { once: true });
      this.#queue.push(waiting);
      this.#assign();
    });
  }

  /** Ends all workers; jobs that are under way never settle. */
  dispose(): void {
    this.#queue = [];
    for (const member of [...this.#members]) this.#dismiss(member);
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const idle = [...this.#members].find(({ task }) => task === null);
      if (idle === undefined && this.#members.size >= this.#options.size) return;
      const member = idle ?? this.#newMember();
      member.task = this.#queue.shift() ?? null;
      void this.#begin(member);
    }
  }

  #newMember(): PoolMember {
    const member = { port: null, isOpening: false, document: null, task: null };
    this.#members.add(member);
    return member;
  }

  async #begin(member: PoolMember): Promise<void> {
    if (member.isOpening) return;
    try {
      member.isOpening = true;
      const port = member.port ?? (await this.#options.createPort());
      member.isOpening = false;
      if (!this.#members.has(member)) {
        port.terminate();
        return;
      }
      if (member.port === null) this.#listen(member, port);
      const { task } = member;
      if (task === null) return;
      const { document, ...job } = task.job;
      if (member.document !== document) port.postMessage({ type: 'document', document });
      member.document = document;
      port.postMessage({ type: 'run', job });
    } catch (error) {
      this.#breakOff(member, error instanceof Error ? error.message : String(error));
    }
  }

  #listen(member: PoolMember, port: PoolPort): void {
    member.port = port;
    port.onmessage = ({ data }) => this.#receive(member, data);
    port.onerror = (event) => {
      event.preventDefault();
      this.#breakOff(member, event.message || 'The simulation worker could not be loaded.');
    };
    port.onmessageerror = () => {
      this.#breakOff(member, 'A message of the simulation worker could not be read.');
    };
  }

  #receive(member: PoolMember, answer: PoolAnswer): void {
    const { task } = member;
    if (task === null) return;
    if (answer.type === 'failed') {
      this.#breakOff(member, answer.message);
      return;
    }
    member.task = null;
    task.resolve(answer.result);
    this.#assign();
  }

  /** What broke once may be left half done: the next job gets a fresh worker. */
  #breakOff(member: PoolMember, message: string): void {
    const { task } = member;
    this.#dismiss(member);
    task?.reject(new JobFailure(message, task.job.seed));
    this.#assign();
  }

  #cancel(waiting: Waiting): void {
    // The others of the same signal are told next: no worker need be opened for them.
    this.#queue = this.#queue.filter((other) => other.signal?.aborted !== true);
    const member = [...this.#members].find(({ task }) => task === waiting);
    if (member !== undefined) this.#dismiss(member);
    waiting.reject(waiting.signal?.reason);
    this.#assign();
  }

  #dismiss(member: PoolMember): void {
    this.#members.delete(member);
    const { port } = member;
    if (port === null) return;
    port.onmessage = null;
    port.onerror = null;
    port.onmessageerror = null;
    port.terminate();
  }
}
