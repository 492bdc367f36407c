/** How long the page waits for what the worker owes it. */
import type { WorkerMessage } from './protocol';

/** A worker that owes an answer for so long is taken for dead, ms. */
export const patienceMs = 10_000;

type Answer = WorkerMessage['type'];

interface Owed {
  answer: Answer;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Counts for each question by itself, so that one answer does not excuse another. Questions of
 * a kind are answered in their order.
 */
export class Patience {
  readonly #onEnd: () => void;
  #owed: readonly Owed[] = [];
  /** Loading a worker takes as long as the network does: it owes nothing before it has spoken. */
  #isHeard = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  ask(answer: Answer): void {
    const timer = this.#isHeard ? setTimeout(this.#onEnd, patienceMs) : undefined;
    this.#owed = [...this.#owed, { answer, timer }];
  }

  hear(answer: Answer): void {
    this.#isHeard = true;
    const settled = this.#owed.find((owed) => owed.answer === answer);
    clearTimeout(settled?.timer);
    this.#owed = this.#owed.filter((owed) => owed !== settled);
  }

  /** What has been asked needs no answer any more. */
  drop(): void {
    for (const { timer } of this.#owed) clearTimeout(timer);
    this.#owed = [];
  }

  /** Another worker: nothing has been heard of it. */
  startOver(): void {
    this.drop();
    this.#isHeard = false;
  }
}
