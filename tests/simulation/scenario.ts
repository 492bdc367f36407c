/** Small documents with constant times, so that every instant can be worked out by hand. */

import { checkDocument } from '../../src/architecture/check-document';
import type { DistributionInput } from '../../src/architecture/distribution';
import type {
  ArchitectureDocument,
  ArchitectureDocumentInput,
} from '../../src/architecture/document';
import type { StepInput } from '../../src/architecture/step';
import { Simulation } from '../../src/simulation/engine/simulation';
import {
  CallField,
  callFieldCount,
  type DeploymentFrame,
  HopField,
  hopFieldCount,
  JourneyField,
  ReplicaField,
  ReplicaState,
  replicaFieldCount,
  UnitField,
  unitFieldCount,
} from '../../src/simulation/frame';
import { resultOf } from '../../src/simulation/measurement/summarize-run';
import { failureCauses } from '../../src/simulation/run-result';

type DeploymentInput = ArchitectureDocumentInput['deployments'][number];
type UnitInput = DeploymentInput['units'][number];
export type PolicyInput = NonNullable<DeploymentInput['policies']>[number];
export type TimelineInput = NonNullable<ArchitectureDocumentInput['timeline']>[number];

export interface Service {
  id: string;
  kind?: 'service' | 'broker' | 'external';
  steps: StepInput[];
  unit?: Partial<UnitInput>;
}

export interface Scenario {
  /** Each a module with the operation `serve`, in a unit of its own; customers ask the first one. */
  services: Service[];
  /** When customers come, ms, or any other load. */
  arrivals: readonly number[] | ArchitectureDocumentInput['load'];
  network?: DeploymentInput['network'];
  policies?: PolicyInput[];
  timeline?: TimelineInput[];
  /** Units in place of one for each service. */
  units?: UnitInput[];
}

export const work = (cpuMs: DistributionInput): StepInput => ({ work: { cpuMs } });
export const wait = (ms: number): StepInput => ({ wait: { ms } });
export const call = (module: string, probability = 1): StepInput => ({
  call: `${module}.serve`,
  probability,
});
export const parallel = (...branches: StepInput[][]): StepInput => ({ parallel: branches });

export function documentOf(scenario: Scenario): ArchitectureDocument {
  const { services, arrivals, network = {}, policies = [], timeline = [] } = scenario;
  const load = Array.isArray(arrivals)
    ? {
        kind: 'replay' as const,
        arrivals: arrivals.map((atMs: number) => ({ atMs, journey: 'visit' })),
      }
    : (arrivals as ArchitectureDocumentInput['load']);
  const units =
    scenario.units ??
    services.map(({ id, kind, unit }) => ({
      id,
      modules: [id],
      ...(kind === 'external' ? { external: true } : {}),
      ...unit,
    }));
  const report = checkDocument({
    version: 1,
    id: 'scenario',
    modules: services.map(({ id, kind = 'service', steps }) => ({
      id,
      kind,
      operations: { serve: steps },
    })),
    journeys: [{ id: 'visit', entry: `${services[0].id}.serve` }],
    load,
    deployments: [{ id: 'cut', network, units, policies }],
    timeline,
  });
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.document;
}

export function simulate(scenario: Scenario, seed = 1, warmupMs = 0): Simulation {
  return new Simulation({
    document: documentOf(scenario),
    deploymentId: 'cut',
    seed,
    warmupMs,
    isObserved: true,
  });
}

/** What became of the customers and when, as `40 ok` or `55 crashed`, up to and including an instant. */
export function endings(simulation: Simulation, untilMs: number): string[] {
  const found: string[] = [];
  let before = counts(simulation);
  let endedBefore = ended(simulation.takeFrame());
  for (let isDone = false; !isDone; ) {
    isDone = simulation.runUntil(untilMs, 1);
    const frame = simulation.takeFrame();
    if (ended(frame) === endedBefore) continue;
    endedBefore = ended(frame);
    const now = counts(simulation);
    const atMs = lastHopMs(frame);
    for (const outcome of Object.keys(now)) {
      for (let i = before[outcome]; i < now[outcome]; i++) found.push(`${atMs} ${outcome}`);
    }
    before = now;
  }
  return found;
}

function ended({ journeys }: DeploymentFrame): number {
  return (
    journeys[JourneyField.ok] + journeys[JourneyField.degraded] + journeys[JourneyField.failed]
  );
}

/** When the latest hop of a frame happened, to a millionth of a millisecond. */
function lastHopMs({ hops }: DeploymentFrame): number {
  return Number(hops.at(HopField.atMs - hopFieldCount)?.toFixed(6));
}

function counts(simulation: Simulation): Record<string, number> {
  const { ok, degraded, failed } = resultOf(simulation).journeys.visit;
  return { ok, degraded, ...failed };
}

export function endingsOf(scenario: Scenario, untilMs = 1e5): string[] {
  return endings(simulate(scenario), untilMs);
}

/** Ended otherwise than ok or degraded. */
export function failures(simulation: Simulation): number {
  const { failed } = resultOf(simulation).journeys.visit;
  return failureCauses.reduce((sum, cause) => sum + failed[cause], 0);
}

/** One figure of a unit at this instant, by its place among the units. */
export function unitNow(simulation: Simulation, unit: number, field: keyof typeof UnitField) {
  return simulation.takeFrame().units[unit * unitFieldCount + UnitField[field]];
}

/** One figure of a call at this instant, by its place among the edges: the customers' is the first. */
export function callNow(simulation: Simulation, edge: number, field: keyof typeof CallField) {
  return simulation.takeFrame().calls[edge * callFieldCount + CallField[field]];
}

export type ReplicaWord = keyof typeof ReplicaState;

/** The states of the replicas of a unit, oldest first. */
export function replicasNow(simulation: Simulation, unit: number): ReplicaWord[] {
  const words = Object.keys(ReplicaState) as ReplicaWord[];
  return replicaRows(simulation, unit).map((row) => words[row[ReplicaField.state]]);
}

/** One figure of every replica of a unit, oldest first. */
export function perReplica(
  simulation: Simulation,
  unit: number,
  field: keyof typeof ReplicaField,
): number[] {
  return replicaRows(simulation, unit).map((row) => row[ReplicaField[field]]);
}

function replicaRows(simulation: Simulation, unit: number): Float64Array[] {
  const { replicas } = simulation.takeFrame();
  const rows: Float64Array[] = [];
  for (let at = 0; at < replicas.length; at += replicaFieldCount) {
    const row = replicas.subarray(at, at + replicaFieldCount);
    if (row[ReplicaField.unitIndex] === unit) rows.push(row);
  }
  return rows;
}
