import type { Bounds } from '../../architecture/bounds';
import { durationMsMax } from '../../architecture/field';
import type { Fault, LinkFault } from '../../simulation/command';
import { errorRateRange, hogRange, leakRange, slowFactorRange } from '../../workspace/address';
import { measures } from './measure';
import type { NumberSetting } from './number-setting';

function within(range: { min: number; max: number }): Bounds {
  return { ...range, isAboveMin: false, isWhole: false, default: undefined };
}

/** How strong a fault is, by its kind; what is down or cut off has no strength. */
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
  leak: {
    key: 'fault.leak',
    measure: measures.mebibytesPerSecond,
    bounds: within(leakRange),
    scale: { ...leakRange, step: 1, kind: 'log' },
  },
  hog: {
    key: 'fault.hog',
    measure: measures.count,
    bounds: within(hogRange),
    scale: { ...hogRange, step: 0.1, kind: 'log' },
  },
  latency: {
    key: 'fault.latency',
    measure: measures.milliseconds,
    bounds: within({ min: 1, max: durationMsMax }),
    scale: { min: 1, max: 10_000, step: 1, kind: 'log' },
  },
  loss: {
    key: 'fault.loss',
    measure: measures.percent,
    bounds: within({ min: 0.001, max: 1 }),
    scale: { min: 0.1, max: 100, step: 0.1, kind: 'log' },
  },
} as const satisfies Record<string, NumberSetting>;

export type AnyFault = Fault | LinkFault;

/** The strength of a fault with its setting; `null` for what has none. */
export function strengthOf(fault: AnyFault): { setting: NumberSetting; value: number } | null {
  switch (fault.kind) {
    case 'slow':
      return { setting: faultSettings.slow, value: fault.factor };
    case 'errors':
      return { setting: faultSettings.errors, value: fault.rate };
    case 'leak':
      return { setting: faultSettings.leak, value: fault.mibPerSecond };
    case 'hog':
      return { setting: faultSettings.hog, value: fault.cores };
    case 'latency':
      return { setting: faultSettings.latency, value: fault.addMs };
    case 'loss':
      return { setting: faultSettings.loss, value: fault.rate };
    default:
      return null;
  }
}

/** The same fault with another strength. */
export function withStrength<AFault extends AnyFault>(fault: AFault, value: number): AFault {
  switch (fault.kind) {
    case 'slow':
      return { ...fault, factor: value };
    case 'errors':
    case 'loss':
      return { ...fault, rate: value };
    case 'leak':
      return { ...fault, mibPerSecond: value };
    case 'hog':
      return { ...fault, cores: value };
    case 'latency':
      return { ...fault, addMs: value };
    default:
      return fault;
  }
}
