/**
 * The process that a module gets when it becomes one of its own. Where another
 * deployment runs just these modules in one process, it is sized as there.
 * Otherwise it takes after the process it leaves, on containers, with as many
 * cores as keep it half busy at the document's load and priced by the core.
 */
import type { ArchitectureDocument, Deployment, Unit } from '../../architecture/document';
import { expectedUtilization } from '../../simulation/theory/cpu-demand';
import { expectedArrivalRate } from '../../simulation/theory/expected-arrival-rate';
import { firstFree } from './own-cut';

/** Where the size of a new unit comes from. */
export type UnitOrigin =
  | { readonly kind: 'as-in'; readonly deploymentId: string }
  /** Share of its cores that the document's load keeps busy, by the utilisation law. */
  | { readonly kind: 'sized'; readonly utilization: number };

const targetUtilization = 0.5;
/** Cores are given out in twentieths. */
const corePart = 0.05;
const serviceReplicas = 2;

export function newUnitFor(
  document: ArchitectureDocument,
  deployment: Deployment,
  left: Unit,
  moduleIds: readonly string[],
): { unit: Unit; origin: UnitOrigin } {
  const modules = [...moduleIds];
  const names = namesFor(document, deployment, modules);
  const example = exampleOf(document, deployment, modules);
  if (example !== null) {
    return {
      unit: { ...example.unit, ...names, modules },
      origin: { kind: 'as-in', deploymentId: example.deploymentId },
    };
  }
  const unit = sizedUnit(document, deployment, left, { ...left, ...names, modules });
  const utilization = utilizationOf(document, deployment, left, unit);
  return { unit, origin: { kind: 'sized', utilization } };
}

function namesFor(document: ArchitectureDocument, { units }: Deployment, modules: string[]) {
  const [first] = modules;
  const number = firstFree((n) => !units.some(({ id }) => id === numbered(first, n)));
  const name = document.modules.find(({ id }) => id === first)?.name ?? { es: first, en: first };
  return { id: numbered(first, number), name };
}

function numbered(id: string, number: number): string {
  return number === 1 ? id : `${id}-${number}`;
}

function exampleOf(document: ArchitectureDocument, { id: ownId }: Deployment, modules: string[]) {
  for (const { id, units } of document.deployments) {
    if (id === ownId) continue;
    const unit = units.find((other) => hasJust(other, modules));
    if (unit !== undefined) return { deploymentId: id, unit };
  }
  return null;
}

function hasJust(unit: Unit, modules: readonly string[]): boolean {
  return unit.modules.length === modules.length && modules.every((id) => unit.modules.includes(id));
}

function sizedUnit(
  document: ArchitectureDocument,
  deployment: Deployment,
  left: Unit,
  like: Unit,
): Unit {
  const kinds = document.modules.filter(({ id }) => like.modules.includes(id));
  const isOfServices = kinds.some(({ kind }) => kind === 'service');
  const trial: Unit = {
    ...like,
    runtime: { ...like.runtime, platform: 'container' },
    replicas: isOfServices ? serviceReplicas : 1,
    cores: 1,
  };
  const { autoscaler: _left, ...unit } = trial;
  const wanted = utilizationOf(document, deployment, left, trial) / targetUtilization;
  const cores = Math.max(1, Math.ceil(wanted / corePart - 1e-9)) * corePart;
  const share = left.cores > 0 ? cores / left.cores : 1;
  return {
    ...unit,
    cores: Number(cores.toFixed(2)),
    memoryMiB: Math.max(64, Math.round((left.memoryMiB * share) / 64) * 64),
    usdPerReplicaHour: Number((left.usdPerReplicaHour * share).toFixed(4)),
  };
}

function utilizationOf(
  document: ArchitectureDocument,
  deployment: Deployment,
  left: Unit,
  unit: Unit,
): number {
  const others = deployment.units.map((known) =>
    known.id === left.id
      ? { ...known, modules: known.modules.filter((id) => !unit.modules.includes(id)) }
      : known,
  );
  const trial = { ...deployment, units: [...others, unit] };
  return expectedUtilization(document, trial, expectedArrivalRate(document)).get(unit.id) ?? 0;
}
