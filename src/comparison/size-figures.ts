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

/** One for each run, in their order. */
export function sizesOf(
  { modules }: ArchitectureDocument,
  { units }: Deployment,
  results: readonly JobResult['result'][],
): Record<SizeName, number>[] {
  const own = units.filter(({ external }) => !external);
  const services = new Set(modules.flatMap(({ id, kind }) => (kind === 'service' ? [id] : [])));
  /** The process of every module that is a service. */
  const homes = own.flatMap((unit) =>
    unit.modules.filter((id) => services.has(id)).map(() => unit),
  );
  return results.map((result) => {
    const total = (some: readonly Unit[], sizeOf: (unit: Unit) => number) =>
      some.reduce((sum, unit) => sum + sizeOf(unit) * result.units[unit.id].replicas.max, 0);
    const perService = (sizeOf: (unit: Unit) => number) =>
      total(homes, sizeOf) / Math.max(1, homes.length);
    return {
      processes: own.length,
      replicas: total(own, () => 1),
      cores: total(own, ({ cores }) => cores),
      memoryMiB: total(own, ({ memoryMiB }) => memoryMiB),
      startupMs: Math.max(0, ...own.map(({ startupMs }) => startupMs)),
      doublingUsdPerHour: perService(({ usdPerReplicaHour }) => usdPerReplicaHour),
      restartedByRelease: perService(() => 1),
    };
  });
}
