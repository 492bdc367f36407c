/**
 * Closed load: N customers who think, ask, wait for the answer and think again.
 * The k-th request of a customer has the same journey and the same thinking
 * before it in every deployment.
 */
import type { EngineState } from '../engine/engine-state';
import { uniform } from '../engine/random';
import { EventKind } from '../engine/task-state';
import type { ArrivalProcess } from './arrival-process';
import { newRequest } from './requests';

/** Keys apart from every position of a journey. */
const thinkPosition = -2;
const choicePosition = -3;

export class ClosedArrivals implements ArrivalProcess {
  readonly isClosed = true;
  /** Requests made so far, by customer. */
  private readonly made: Int32Array;

  constructor(
    private readonly key: number,
    private readonly shares: readonly number[],
    private readonly customers: number,
    /** Handle of the thinking time's distribution, ms. */
    private readonly thinkMs: number,
  ) {
    this.made = new Int32Array(customers);
  }

  start(s: EngineState): void {
    for (let customer = 0; customer < this.customers; customer++) this.think(s, customer);
  }

  onDue(s: EngineState, customer: number): void {
    const number = this.numberOf(customer);
    this.made[customer]++;
    newRequest(s, this.journeyOf(number), number, customer);
  }

  onCompleted(s: EngineState, task: number): void {
    this.think(s, s.callerCall[task]);
  }

  setRateFactor(): void {
    // The load of a closed system follows from its customers.
  }

  setRate(): void {
    // As above.
  }

  setPattern(): void {
    // As above.
  }

  private think(s: EngineState, customer: number): void {
    const number = this.numberOf(customer);
    const ms = s.setup.distributions.sample(this.thinkMs, this.key, number, thinkPosition, 0);
    s.schedule(s.nowMs + ms, EventKind.customer, customer);
  }

  private numberOf(customer: number): number {
    return (customer + Math.imul(this.customers, this.made[customer])) | 0;
  }

  private journeyOf(number: number): number {
    let left = uniform(this.key, number, choicePosition, 0);
    for (let journey = 0; journey < this.shares.length - 1; journey++) {
      left -= this.shares[journey];
      if (left < 0) return journey;
    }
    return this.shares.length - 1;
  }
}
