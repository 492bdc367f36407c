/** Turns a checked document and one of its deployments into what the run loop works on. */

import { type CallEdge, type Cut, cutOf } from '../../architecture/cut';
import { meanOf } from '../../architecture/distribution-mean';
import type { ArchitectureDocument, Unit } from '../../architecture/document';
import { type EdgePolicy, edgePolicyOf } from '../resilience/edge-policy';
import type { ArrivalProcess } from '../traffic/arrival-process';
import { ClosedArrivals } from '../traffic/closed-arrivals';
import { planJourneys } from '../traffic/journey-plan';
import { OpenArrivals } from '../traffic/open-arrivals';
import { ReplayedArrivals } from '../traffic/replayed-arrivals';
import { compileProgram } from './compile';
import { DistributionTable } from './distribution';
import type { EngineSetup } from './engine-setup';
import { firstWorkOf } from './first-work';
import { streamKey } from './random';
import { Balancer, type UnitSettings } from './unit-settings';

/** About 0.5 GB. */
const defaultTaskLimit = 4_000_000;

/** The stream of random numbers that belongs to the customers of a closed load. */
const closedStream = 1_000_003;

const balancers = {
  'round-robin': Balancer.roundRobin,
  random: Balancer.random,
  'least-outstanding': Balancer.leastOutstanding,
  'two-choices': Balancer.twoChoices,
} as const;

export interface SetupOptions {
  document: ArchitectureDocument;
  deploymentId: string;
  seed: number;
  warmupMs: number;
  /** More tasks (requests, their calls and branches, messages) than this in flight end the run; default 4,000,000. */
  taskLimit?: number;
}

export interface PreparedRun {
  setup: EngineSetup;
  policies: (EdgePolicy | null)[];
  arrivals: ArrivalProcess;
  cut: Cut;
}

export function setUp(options: SetupOptions): PreparedRun {
  const { document, deploymentId, seed, warmupMs, taskLimit = defaultTaskLimit } = options;
  const cut = cutOf(document, deploymentId);
  const moduleIndices = new Map(document.modules.map(({ id }, index) => [id, index]));
  const moduleIndexOf = (id: string): number => moduleIndices.get(id) ?? -1;
  const distributions = new DistributionTable();
  const program = compileProgram(planJourneys(document), cut, moduleIndexOf, distributions);
  const { latencyMs, serializationCpuMs } = cut.deployment.network;
  const network = {
    latency: distributions.add(latencyMs),
    hasLatency: meanOf(latencyMs) > 0,
    serialization: distributions.add(serializationCpuMs),
    hasSerialization: meanOf(serializationCpuMs) > 0,
  };
  const units = cut.units.map(unitSettingsOf);
  const setup: EngineSetup = {
    program,
    distributions,
    network,
    firstWork: firstWorkOf(program, network, units),
    units,
    isPolicyEdge: cut.edges.map(isPolicyEdge),
    edgeCallerUnit: cut.edges.map(({ callerUnitIndex }) => callerUnitIndex),
    moduleCount: document.modules.length,
    moduleUnit: Int32Array.from(document.modules, ({ id }) => cut.unitIndexOf(id)),
    sloMs: Float64Array.from(document.journeys, ({ sloMs }) => sloMs),
    journeyKeys: Int32Array.from(document.journeys, (_, index) => streamKey(seed, index)),
    warmupMs,
    taskLimit,
  };
  const arrivals = arrivalsOf(document, seed, distributions);
  return { setup, policies: policiesOf(cut), arrivals, cut };
}

function unitSettingsOf(unit: Unit): UnitSettings {
  // A fraction of a core is a slower core; 1.5 cores are two at three quarters of the speed.
  const coreCount = Math.ceil(unit.cores);
  return {
    id: unit.id,
    isUnlimited: unit.external,
    replicas: unit.replicas,
    cores: unit.cores,
    coreCount,
    coreSpeed: (unit.cores / coreCount) * unit.speed,
    concurrency: unit.concurrency,
    acceptQueueLimit: unit.acceptQueue,
    startupMs: unit.startupMs,
    memoryMiB: unit.memoryMiB,
    usdPerReplicaHour: unit.usdPerReplicaHour,
    balancer: balancers[unit.balancer],
    isEventLoop: unit.eventLoop,
    autoscaler: unit.autoscaler ?? null,
  };
}

/** Policies are for calls that cross; deliveries of a broker have rules of their own. */
function policiesOf(cut: Cut): (EdgePolicy | null)[] {
  return cut.edges.map((edge) => {
    if (!isPolicyEdge(edge)) return null;
    const policy = cut.deployment.policies.find(
      ({ caller, callee }) => caller === edge.callerId && callee === edge.calleeId,
    );
    return policy ? edgePolicyOf(policy) : null;
  });
}

function isPolicyEdge({ callerId, isCrossing, isDelivery }: CallEdge): boolean {
  return callerId !== null && isCrossing && !isDelivery;
}

function arrivalsOf(
  document: ArchitectureDocument,
  seed: number,
  distributions: DistributionTable,
): ArrivalProcess {
  const { load, journeys } = document;
  const shares = journeys.map(({ share }) => share);
  if (load.kind === 'open') {
    return new OpenArrivals(load.arrivalRatePerSecond, shares, load.pattern);
  }
  if (load.kind === 'closed') {
    const thinkMs = distributions.add(load.thinkMs);
    return new ClosedArrivals(streamKey(seed, closedStream), shares, load.customers, thinkMs);
  }
  const indices = new Map(journeys.map(({ id }, index) => [id, index]));
  return new ReplayedArrivals(
    Float64Array.from(load.arrivals, ({ atMs }) => atMs),
    Int32Array.from(load.arrivals, ({ journey }) => indices.get(journey) ?? 0),
    journeys.length,
  );
}
