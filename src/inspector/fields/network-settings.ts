import { durationMsMax } from '../../architecture/field';
import { measures } from './measure';
import { type NumberSetting, settingAt } from './number-setting';

/** Both are distributions; what is set is their mean. */
function meanAt(path: string, setting: Omit<NumberSetting, 'bounds'>): NumberSetting {
  const { bounds, ...rest } = settingAt(path, setting);
  return { ...rest, bounds: { ...bounds, min: 0, max: durationMsMax } };
}

/** The network of a deployment by the names in the document. */
export const networkSettings = {
  latencyMs: meanAt('deployments.network.latencyMs', {
    key: 'network.latencyMs',
    measure: measures.milliseconds,
    scale: { min: 0, max: 1000, step: 0.1, kind: 'log', decadesFrom: 0.1 },
  }),
  serializationCpuMs: meanAt('deployments.network.serializationCpuMs', {
    key: 'network.serializationCpuMs',
    measure: measures.milliseconds,
    scale: { min: 0, max: 100, step: 0.01, kind: 'log', decadesFrom: 0.01 },
  }),
};

export const networkFields = ['latencyMs', 'serializationCpuMs'] as const;
