import type { RangeScale } from '../../design/range-scale';
import { type Measure, measures } from './measure';
import { type NumberSetting, type SettingKey, settingAt } from './number-setting';

type PolicyKey = Extract<SettingKey, `policy.${string}`>;

/** `policy.retries.max` stands in the document under the same names. */
function ofPolicy(key: PolicyKey, measure: Measure, scale: RangeScale, hasSlider = false) {
  const path = `deployments.policies.${key.slice('policy.'.length)}`;
  return settingAt(path, { key, measure, scale, hasSlider });
}

const milliseconds: RangeScale = { min: 1, max: 10_000, step: 1, kind: 'log' };
const seconds: RangeScale = { min: 0.1, max: 120, step: 0.1, kind: 'log' };

/** The numbers of a policy: first the one that has a slider, then the rest. */
export const policySettings = {
  timeoutMs: ofPolicy('policy.timeoutMs', measures.milliseconds, milliseconds, true),
  retries: {
    max: ofPolicy('policy.retries.max', measures.count, { min: 0, max: 10, step: 1 }, true),
    backoffMs: ofPolicy('policy.retries.backoffMs', measures.milliseconds, {
      ...milliseconds,
      min: 0,
      decadesFrom: 1,
    }),
    factor: ofPolicy('policy.retries.factor', measures.factor, { min: 1, max: 10, step: 0.5 }),
  },
  budget: ofPolicy('policy.retries.budget', measures.percent, { min: 0, max: 100, step: 5 }),
  circuitBreaker: {
    failureRate: ofPolicy(
      'policy.circuitBreaker.failureRate',
      measures.percent,
      { min: 1, max: 100, step: 1 },
      true,
    ),
    windowMs: ofPolicy('policy.circuitBreaker.windowMs', measures.seconds, seconds),
    minimumCalls: ofPolicy('policy.circuitBreaker.minimumCalls', measures.count, {
      min: 1,
      max: 1000,
      step: 1,
      kind: 'log',
    }),
    openMs: ofPolicy('policy.circuitBreaker.openMs', measures.seconds, seconds),
    halfOpenProbes: ofPolicy('policy.circuitBreaker.halfOpenProbes', measures.count, {
      min: 1,
      max: 100,
      step: 1,
    }),
  },
  bulkhead: {
    maxConcurrent: ofPolicy(
      'policy.bulkhead.maxConcurrent',
      measures.count,
      { min: 1, max: 200, step: 1, kind: 'log' },
      true,
    ),
    maxWaiting: ofPolicy('policy.bulkhead.maxWaiting', measures.count, {
      min: 0,
      max: 1000,
      step: 1,
      kind: 'log',
      decadesFrom: 1,
    }),
  },
  hedge: {
    afterMs: ofPolicy('policy.hedge.afterMs', measures.milliseconds, milliseconds, true),
    max: ofPolicy('policy.hedge.max', measures.count, { min: 1, max: 10, step: 1 }),
  },
} as const satisfies Record<string, NumberSetting | Record<string, NumberSetting>>;
