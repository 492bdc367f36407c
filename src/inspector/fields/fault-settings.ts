import type { Bounds } from '../../architecture/bounds';
import { errorRateRange, slowFactorRange } from '../../workspace/address';
import { measures } from './measure';
import type { NumberSetting } from './number-setting';

function within(range: { min: number; max: number }): Bounds {
  return { ...range, isAboveMin: false, isWhole: false, default: undefined };
}

/** How strong a fault is, by its kind. */
export const faultSettings = {
  slow: {
    key: 'fault.slow',
    measure: measures.factor,
    bounds: within(slowFactorRange),
    scale: { ...slowFactorRange, step: 0.1, kind: 'log' },
  },
  errors: {
    key: 'fault.errors',
    measure: measures.percent,
    bounds: within(errorRateRange),
    scale: { min: 1, max: 100, step: 1 },
  },
} as const satisfies Record<string, NumberSetting>;
