import { measures } from './measure';
import { settingAt } from './number-setting';

/** The numbers of an autoscaler by their names in the document. */
export const autoscalerSettings = {
  min: settingAt('deployments.units.autoscaler.min', {
    key: 'autoscaler.min',
    measure: measures.count,
    scale: { min: 1, max: 100, step: 1 },
    hasSlider: false,
  }),
  max: settingAt('deployments.units.autoscaler.max', {
    key: 'autoscaler.max',
    measure: measures.count,
    scale: { min: 1, max: 100, step: 1 },
    hasSlider: false,
  }),
  targetUtilization: settingAt('deployments.units.autoscaler.targetUtilization', {
    key: 'autoscaler.targetUtilization',
    measure: measures.percent,
    scale: { min: 5, max: 100, step: 5 },
  }),
  everyMs: settingAt('deployments.units.autoscaler.everyMs', {
    key: 'autoscaler.everyMs',
    measure: measures.seconds,
    scale: { min: 1, max: 300, step: 1, kind: 'log' },
    hasSlider: false,
  }),
  stabilizationMs: settingAt('deployments.units.autoscaler.stabilizationMs', {
    key: 'autoscaler.stabilizationMs',
    measure: measures.seconds,
    scale: { min: 0, max: 600, step: 1, kind: 'log', decadesFrom: 1 },
    hasSlider: false,
  }),
};
