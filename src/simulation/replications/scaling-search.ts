/**
 * The smallest cost that holds the objectives at a load. The utilisation law
 * gives the least number of replicas that can bear the work; runs tell what is
 * still missing, and the busiest unit gets more until the objectives hold; then
 * every unit gives back what it does not need. Units that only keep data have
 * the replicas of the document: a primary database cannot be multiplied.
 */
import type { ArchitectureDocument, Deployment, Unit } from '../../architecture/document';
import type { RunResult } from '../run-result';
import { expectedUtilization } from '../theory/cpu-demand';
import type { JobResult, RunJob } from './run-job';

/** What must hold: requests that end well of all, and answers within the objective of each journey. */
export const objectives = { availability: 0.999, withinSlo: 0.99 } as const;

/** No unit gets more replicas. */
export const replicasLimit = 64;

export interface ScalingPoint {
  readonly deploymentId: string;
  readonly arrivalRatePerSecond: number;
  /** `null` where no number of replicas holds the objectives: beyond the cliff. */
  readonly usdPerHour: number | null;
  /** By unit, of those that could be multiplied. */
  readonly replicas: Readonly<Record<string, number>>;
  /** The busiest unit: beyond the cliff, what stands in the way. */
  readonly busiestUnitId: string | null;
}

export interface ScalingOptions {
  document: ArchitectureDocument;
  deployment: Deployment;
  arrivalRatePerSecond: number;
  seeds: readonly number[];
  run(job: RunJob): Promise<JobResult>;
}

const seconds = 25;
const warmupSeconds = 5;
const stepsMax = 60;

type Replicas = Map<string, number>;
type Result = Omit<RunResult, 'wallMs'>;

export async function cheapestAt(options: ScalingOptions): Promise<ScalingPoint> {
  const { document, deployment, arrivalRatePerSecond } = options;
  const load = expectedUtilization(document, deployment, arrivalRatePerSecond);
  const scaled = deployment.units.filter((unit) => isScalable(document, unit));
  const stuck = deployment.units.find(
    (unit) => !unit.external && !scaled.includes(unit) && (load.get(unit.id) ?? 0) >= 1,
  );
  if (stuck !== undefined) return pointOf(options, null, stuck.id);
  const least = new Map(
    scaled.map((unit) => [
      unit.id,
      Math.max(1, Math.ceil(Math.max(1, unit.replicas) * (load.get(unit.id) ?? 0))),
    ]),
  );
  if (Math.max(...least.values()) > replicasLimit) {
    return pointOf(options, null, [...least].sort((a, b) => b[1] - a[1])[0][0]);
  }
  const found = await grow(options, scaled, new Map(least));
  if (!found.holds) return pointOf(options, null, found.busiestUnitId);
  await shrink(options, scaled, found.replicas, least);
  return pointOf(options, found.replicas, found.busiestUnitId);
}

function isScalable({ modules }: ArchitectureDocument, unit: Unit): boolean {
  if (unit.external) return false;
  return modules.some(({ id, kind }) => unit.modules.includes(id) && kind === 'service');
}

/** More for the busiest, until the objectives hold or nobody may have more. */
async function grow(options: ScalingOptions, scaled: readonly Unit[], replicas: Replicas) {
  let busiestUnitId: string | null = null;
  for (let step = 0; step < stepsMax; step += 1) {
    const results = await resultsWith(options, replicas);
    busiestUnitId = busiest(options.deployment.units, results);
    if (results.every(holdsObjectives)) return { holds: true, replicas, busiestUnitId };
    const open = scaled.filter(({ id }) => (replicas.get(id) ?? 1) < replicasLimit);
    const next = busiest(open, results);
    if (next === null) break;
    const before = replicas.get(next) ?? 1;
    replicas.set(next, Math.min(replicasLimit, before + Math.max(1, Math.floor(before / 4))));
  }
  return { holds: false, replicas, busiestUnitId };
}

/** Takes replicas away, the dearest first, as long as the objectives hold. */
async function shrink(
  options: ScalingOptions,
  scaled: readonly Unit[],
  replicas: Replicas,
  least: Replicas,
): Promise<void> {
  const dearestFirst = [...scaled].sort((a, b) => b.usdPerReplicaHour - a.usdPerReplicaHour);
  for (const { id } of dearestFirst) {
    for (;;) {
      const before = replicas.get(id) ?? 1;
      if (before <= (least.get(id) ?? 1)) break;
      const results = await resultsWith(options, new Map(replicas).set(id, before - 1));
      if (!results.every(holdsObjectives)) break;
      replicas.set(id, before - 1);
    }
  }
}

function resultsWith(options: ScalingOptions, replicas: Replicas): Promise<Result[]> {
  const { deployment, seeds, run } = options;
  const document = documentWith(options, replicas);
  return Promise.all(
    seeds.map(async (seed) => {
      const job = { document, deploymentId: deployment.id, seed, seconds, warmupSeconds };
      return (await run({ ...job, script: [], hasWindows: false })).result;
    }),
  );
}

/** The document at this load, of this size, and with nothing going wrong. */
function documentWith(
  { document, deployment, arrivalRatePerSecond }: ScalingOptions,
  replicas: Replicas,
): ArchitectureDocument {
  const units = deployment.units.map(({ autoscaler: _sized, ...unit }) => ({
    ...unit,
    replicas: replicas.get(unit.id) ?? unit.replicas,
  }));
  const load =
    document.load.kind === 'open' ? { ...document.load, arrivalRatePerSecond } : document.load;
  return { ...document, load, deployments: [{ ...deployment, units }], timeline: [] };
}

export function holdsObjectives({ availability, journeys, stopped }: Result): boolean {
  if (stopped !== undefined || (availability ?? 0) < objectives.availability) return false;
  return Object.values(journeys).every(
    ({ arrivals, withinSlo }) => arrivals === 0 || (withinSlo ?? 0) >= objectives.withinSlo,
  );
}

/** The unit with the most of its cores or slots in use; `null` without units. */
function busiest(units: readonly Unit[], results: readonly Result[]): string | null {
  const pressures = units
    .filter(({ external }) => !external)
    .map(({ id }) => {
      const shares = results.map(({ units: own }) =>
        Math.max(own[id].utilization.cores, own[id].utilization.slots),
      );
      return { id, pressure: Math.max(...shares) };
    });
  return pressures.sort((a, b) => b.pressure - a.pressure)[0]?.id ?? null;
}

function pointOf(
  { deployment, arrivalRatePerSecond }: ScalingOptions,
  replicas: Replicas | null,
  busiestUnitId: string | null,
): ScalingPoint {
  const own = deployment.units.filter(({ external }) => !external);
  const price = own.reduce(
    (sum, unit) => sum + unit.usdPerReplicaHour * (replicas?.get(unit.id) ?? unit.replicas),
    0,
  );
  return {
    deploymentId: deployment.id,
    arrivalRatePerSecond,
    usdPerHour: replicas === null ? null : price,
    replicas: Object.fromEntries(replicas ?? []),
    busiestUnitId,
  };
}
