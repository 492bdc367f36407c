/** What a side takes to run and to change, by its document and by the replicas that were ready at once. */
import type { ArchitectureDocument, Deployment, Unit } from '../architecture/document';
import type { JobResult } from '../simulation/replications/run-job';

export type SizeName =
  | 'processes'
  | 'replicas'
  | 'cores'
  | 'memoryMiB'
  | 'startupMs'
  /** What it costs per hour to give one module twice the replicas, on average over the modules that are services. */
  | 'doublingUsdPerHour'
  /** Replicas that start anew when one module is released, on average over them. */
  | 'restartedByRelease';

export function sizesOf(
  { modules }: ArchitectureDocument,
  { units }: Deployment,
  { result }: JobResult,
): Record<SizeName, number> {
  const own = units.filter(({ external }) => !external);
  const replicasOf = ({ id }: Unit) => result.units[id].replicas.max;
  const sum = (sizeOf: (unit: Unit) => number) =>
    own.reduce((total, unit) => total + sizeOf(unit) * replicasOf(unit), 0);
  const isService = (moduleId: string) =>
    modules.some(({ id, kind }) => id === moduleId && kind === 'service');
  const homes = own.flatMap((unit) => unit.modules.filter(isService).map(() => unit));
  const mean = (sizeOf: (unit: Unit) => number) =>
    homes.reduce((total, unit) => total + sizeOf(unit) * replicasOf(unit), 0) /
    Math.max(1, homes.length);
  return {
    processes: own.length,
    replicas: sum(() => 1),
    cores: sum(({ cores }) => cores),
    memoryMiB: sum(({ memoryMiB }) => memoryMiB),
    startupMs: Math.max(0, ...own.map(({ startupMs }) => startupMs)),
    doublingUsdPerHour: mean(({ usdPerReplicaHour }) => usdPerReplicaHour),
    restartedByRelease: mean(() => 1),
  };
}
