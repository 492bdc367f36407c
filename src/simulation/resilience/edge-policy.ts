/** The policy of one call edge, with defaults settled: what a caller does about its callee. */
import type { CircuitBreaker, Policy } from '../../architecture/policy';

export interface EdgePolicy {
  /** 0: waits for ever. */
  timeoutMs: number;
  /** On a timeout the callee gives up as well. */
  isCancelling: boolean;
  retriesMax: number;
  backoffMs: number;
  backoffFactor: number;
  hasJitter: boolean;
  /** Share of first attempts; −1: no budget. */
  retryBudget: number;
  breaker: CircuitBreaker | null;
  /** −1: no bulkhead. */
  bulkheadConcurrentMax: number;
  bulkheadWaitingMax: number;
  hasFallback: boolean;
  /** −1: no hedging. */
  hedgeAfterMs: number;
  hedgesMax: number;
  /** No breaker, budget, bulkhead or hedge: a replica keeps nothing about such calls. */
  isUnguarded: boolean;
}

export function edgePolicyOf(policy: Policy): EdgePolicy {
  const { retries, circuitBreaker, bulkhead, hedge } = policy;
  return {
    timeoutMs: policy.timeoutMs ?? 0,
    isCancelling: policy.cancel,
    retriesMax: retries?.max ?? 0,
    backoffMs: retries?.backoffMs ?? 0,
    backoffFactor: retries?.factor ?? 1,
    hasJitter: retries?.jitter === 'full',
    retryBudget: retries?.budget ?? -1,
    breaker: circuitBreaker ?? null,
    bulkheadConcurrentMax: bulkhead?.maxConcurrent ?? -1,
    bulkheadWaitingMax: bulkhead?.maxWaiting ?? 0,
    hasFallback: policy.fallback === 'degraded',
    hedgeAfterMs: hedge?.afterMs ?? -1,
    hedgesMax: hedge?.max ?? 0,
    isUnguarded: !circuitBreaker && !bulkhead && !hedge && retries?.budget === undefined,
  };
}
