import type { Policy } from '../../architecture/document';
import type { PolicyPart } from '../../workspace/policy-parts';
import type { SettingsText } from '../fields/use-settings-text';

/** What a part is set to, in its first figure: `500 ms`, `50%`; empty where it is off. */
export function partSummary(policy: Policy, part: PolicyPart, { format }: SettingsText): string {
  const { timeoutMs, retries, circuitBreaker, bulkhead, hedge } = policy;
  switch (part) {
    case 'timeoutMs':
      return timeoutMs === undefined ? '' : format.duration(timeoutMs);
    case 'retries':
      return retries === undefined ? '' : format.number(retries.max);
    case 'circuitBreaker':
      return circuitBreaker === undefined ? '' : format.percent(circuitBreaker.failureRate);
    case 'bulkhead':
      return bulkhead === undefined ? '' : format.number(bulkhead.maxConcurrent);
    case 'hedge':
      return hedge === undefined ? '' : format.duration(hedge.afterMs);
    case 'fallback':
      return '';
  }
}
