import { measures } from './measure';
import { settingAt } from './number-setting';

/** The numbers of a unit by their names in the document; those that span decades are shown as decades. */
export const unitSettings = {
  replicas: settingAt('deployments.units.replicas', {
    key: 'unit.replicas',
    measure: measures.count,
    scale: { min: 0, max: 12, step: 1 },
  }),
  concurrency: settingAt('deployments.units.concurrency', {
    key: 'unit.concurrency',
    measure: measures.count,
    scale: { min: 1, max: 400, step: 1, kind: 'log' },
  }),
  cores: settingAt('deployments.units.cores', {
    key: 'unit.cores',
    measure: measures.count,
    scale: { min: 0.05, max: 16, step: 0.05, kind: 'log' },
  }),
  speed: settingAt('deployments.units.speed', {
    key: 'unit.speed',
    measure: measures.factor,
    scale: { min: 0.1, max: 10, step: 0.1, kind: 'log' },
  }),
  acceptQueue: settingAt('deployments.units.acceptQueue', {
    key: 'unit.acceptQueue',
    measure: measures.count,
    scale: { min: 0, max: 100_000, step: 1, kind: 'log', decadesFrom: 1 },
  }),
  startupMs: settingAt('deployments.units.startupMs', {
    key: 'unit.startupMs',
    measure: measures.seconds,
    scale: { min: 0, max: 600, step: 0.1, kind: 'log', decadesFrom: 0.1 },
  }),
  memoryMiB: settingAt('deployments.units.memoryMiB', {
    key: 'unit.memoryMiB',
    measure: measures.mebibytes,
    scale: { min: 16, max: 65_536, step: 1, kind: 'log' },
  }),
  usdPerReplicaHour: settingAt('deployments.units.usdPerReplicaHour', {
    key: 'unit.usdPerReplicaHour',
    measure: measures.usdPerHour,
    scale: { min: 0, max: 10, step: 0.001, kind: 'log', decadesFrom: 0.001 },
  }),
};

export type UnitNumber = keyof typeof unitSettings;
