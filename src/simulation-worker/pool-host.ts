/** What works off a pool's jobs, in a worker or in the page itself. */
import type { ArchitectureDocument } from '../architecture/document';
import { runInSlices } from '../simulation/replications/run-in-slices';
import type { JobResult } from '../simulation/replications/run-job';
import type { PoolAnswer, PoolRequest } from './pool-protocol';

export interface PoolHostOptions {
  post(answer: PoolAnswer): void;
  /** Called between two slices; `null` where nobody waits meanwhile. */
  defer: ((goOn: () => void) => void) | null;
}

export class PoolHost {
  readonly #options: PoolHostOptions;
  #document: ArchitectureDocument | null = null;
  #isStopped = false;

  constructor(options: PoolHostOptions) {
    this.#options = options;
  }

  receive(request: PoolRequest): void {
    if (request.type === 'document') {
      this.#document = request.document;
      return;
    }
    const document = this.#document;
    if (document === null) {
      this.#options.post({ type: 'failed', message: 'A job came before its document.' });
      return;
    }
    this.#work(runInSlices({ ...request.job, document }));
  }

  stop(): void {
    this.#isStopped = true;
  }

  #work(slices: Generator<void, JobResult>): void {
    const { post, defer } = this.#options;
    try {
      let slice = slices.next();
      while (!slice.done && defer === null) slice = slices.next();
      if (slice.done) post({ type: 'done', result: slice.value });
      else defer?.(() => !this.#isStopped && this.#work(slices));
    } catch (error) {
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }
}
