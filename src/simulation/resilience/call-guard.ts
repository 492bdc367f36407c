/**
 * What one replica keeps about the calls that it makes over one edge: circuit
 * breaker, bulkhead and retry budget. It goes with the replica: a restarted
 * process starts with a closed breaker.
 */
import { CircuitBreaker } from './circuit-breaker';
import type { EdgePolicy } from './edge-policy';
import { RetryBudget } from './retry-budget';

export class CallGuard {
  readonly breaker: CircuitBreaker | null;
  readonly budget: RetryBudget | null;
  /** Calls in flight under the bulkhead. */
  inFlight = 0;
  waitingCount = 0;
  waitingHead = -1;
  waitingTail = -1;

  constructor(readonly policy: EdgePolicy) {
    this.breaker = policy.breaker && new CircuitBreaker(policy.breaker);
    this.budget = policy.retryBudget >= 0 ? new RetryBudget(policy.retryBudget) : null;
  }
}
