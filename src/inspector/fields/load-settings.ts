import type { Bounds } from '../../architecture/bounds';
import type { RangeScale } from '../../design/range-scale';
import { measures } from './measure';
import { type NumberSetting, settingAt } from './number-setting';

const factors: RangeScale = { min: 0.1, max: 100, step: 0.1, kind: 'log' };
const seconds: RangeScale = { min: 0, max: 600, step: 1, kind: 'log', decadesFrom: 1 };

const share: Bounds = { min: 0, max: 1, isAboveMin: false, isWhole: false, default: undefined };
/** The mean of a distribution; a distribution itself is not one field. */
const mean: Bounds = { min: 0, max: 1e9, isAboveMin: false, isWhole: false, default: 0 };

/** The numbers of the load and of the journeys. */
export const loadSettings = {
  rate: settingAt('load.arrivalRatePerSecond', {
    key: 'load.rate',
    measure: measures.perSecond,
    scale: { min: 1, max: 10_000, step: 1, kind: 'log' },
  }),
  customers: settingAt('load.customers', {
    key: 'load.customers',
    measure: measures.count,
    scale: { min: 1, max: 10_000, step: 1, kind: 'log' },
  }),
  think: {
    key: 'load.think',
    measure: measures.seconds,
    bounds: mean,
    scale: { min: 0, max: 60, step: 0.1, kind: 'log', decadesFrom: 0.1 },
  },
  peak: settingAt('load.pattern.factor', {
    key: 'load.peak',
    measure: measures.factor,
    scale: factors,
  }),
  low: settingAt('load.pattern.factor', {
    key: 'load.low',
    measure: measures.factor,
    scale: { ...factors, max: 1 },
  }),
  start: settingAt('load.pattern.atMs', {
    key: 'load.start',
    measure: measures.seconds,
    scale: seconds,
  }),
  rise: settingAt('load.pattern.over', {
    key: 'load.rise',
    measure: measures.seconds,
    scale: seconds,
  }),
  length: settingAt('load.pattern.atMs', {
    key: 'load.length',
    measure: measures.seconds,
    scale: seconds,
  }),
  day: settingAt('load.pattern.over', {
    key: 'load.day',
    measure: measures.seconds,
    scale: { min: 10, max: 3600, step: 1, kind: 'log' },
  }),
  share: {
    key: 'journey.share',
    measure: measures.percent,
    bounds: share,
    scale: { min: 0, max: 100, step: 1 },
  },
  objective: settingAt('journeys.sloMs', {
    key: 'journey.objective',
    measure: measures.milliseconds,
    scale: { min: 10, max: 10_000, step: 10, kind: 'log' },
  }),
} as const satisfies Record<string, NumberSetting>;
