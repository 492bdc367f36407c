import type { CallEdge } from '../architecture/cut';
import type { Policy } from '../architecture/document';
import type { Text } from '../workspace/use-text';

/** What a caller does about a callee, as short phrases. `policy` holds where the call crosses. */
export function callWords(edge: CallEdge, policy: Policy, text: Text): string[] {
  const { t } = text;
  if (edge.isAsync) return [t('inspector.call.async')];
  if (edge.callerId === null) return [];
  if (!edge.isCrossing) return [t('inspector.call.inside')];
  const words = policyWords(policy, text);
  return policy.timeoutMs === undefined ? [t('inspector.call.noPolicy'), ...words] : words;
}

function policyWords(policy: Policy, { t, format }: Text): string[] {
  const { timeoutMs, retries, circuitBreaker, bulkhead, fallback, hedge } = policy;
  const words: (string | false | undefined)[] = [
    timeoutMs !== undefined && t('inspector.policy.timeout', { time: format.duration(timeoutMs) }),
    retries && t('inspector.policy.retries', { count: retries.max }),
    circuitBreaker &&
      t('inspector.policy.breaker', {
        rate: format.percent(circuitBreaker.failureRate),
        time: format.duration(circuitBreaker.openMs),
      }),
    bulkhead && t('inspector.policy.bulkhead', { count: bulkhead.maxConcurrent }),
    fallback && t('inspector.policy.fallback'),
    hedge && t('inspector.policy.hedge', { time: format.duration(hedge.afterMs) }),
  ];
  return words.filter((word) => typeof word === 'string');
}
