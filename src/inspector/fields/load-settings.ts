import { measures } from './measure';
import { settingAt } from './number-setting';

/** The numbers of the load. */
export const loadSettings = {
  rate: settingAt('load.arrivalRatePerSecond', {
    key: 'load.rate',
    measure: measures.perSecond,
    scale: { min: 1, max: 10_000, step: 1, kind: 'log' },
  }),
};
