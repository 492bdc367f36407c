/** Laws of one station with an unbounded queue. Times in ms, mean service 1 ms. */
import type { DistributionInput } from '../../architecture/distribution';
import { type MultiServerQueue, multiServerQueue } from '../theory/multi-server-queue';
import { exponentialResponseQuantile, pollaczekKhinchineWait } from '../theory/single-server-queue';
import type { LawCase, LawFigure } from './law';
import { coreStation, slotStation } from './law-document';
import { arrivalsPerMs, known, unit, visit } from './reading';

const exponential = { kind: 'exponential', mean: 1 } as const;

/** Which servers of the station are meant: its cores, or its slots. */
type Servers = 'cores' | 'slots';

interface Station {
  law: string;
  parameters: string;
  arrivalRate: number;
  service: DistributionInput;
  serverCount: number;
  servers: Servers;
  /** How many customers are simulated in all, counted ones. */
  customers: number;
}

/** A case whose figures are corrected by what the customers brought: how many they were, and how long they kept the servers busy. */
function stationCase(station: Station, figures: LawFigure[]): LawCase {
  const { law, parameters, arrivalRate, service, serverCount, servers, customers } = station;
  const utilization: LawFigure = {
    name: 'utilisation',
    theory: arrivalRate / serverCount,
    tolerance: { share: 0.005 },
    of: (result) => unit(result).utilization[servers],
  };
  const replications = 30;
  const seconds = customers / replications / arrivalRate / 1000;
  return {
    law,
    parameters,
    document:
      servers === 'cores'
        ? coreStation(arrivalRate, service, serverCount)
        : slotStation(arrivalRate, service, serverCount, 1_000_000),
    plan: { replications, seconds: seconds * 1.05, warmupSeconds: seconds * 0.05 },
    controls: [{ theory: arrivalRate, of: arrivalsPerMs }, utilization],
    figures: [...figures, utilization],
  };
}

function queueOf(servers: Servers) {
  return servers === 'cores' ? 'coreQueue' : 'slotQueue';
}

function meanWait(theory: number, servers: Servers, share: number): LawFigure {
  return {
    name: 'mean wait, ms',
    theory,
    tolerance: { share },
    of: (result) => known(unit(result)[queueOf(servers)].meanWaitMs),
  };
}

/** How many have to wait. */
function queueFigures(queue: MultiServerQueue, servers: Servers, share: number): LawFigure[] {
  return [
    {
      name: 'share that waits',
      theory: queue.waitProbability,
      tolerance: { share },
      of: (result) => known(unit(result)[queueOf(servers)].waitedShare),
    },
    {
      name: 'mean queue length',
      theory: queue.meanQueueLength,
      tolerance: { share },
      of: (result) => unit(result)[queueOf(servers)].meanLength,
    },
  ];
}

/** How long the unlucky ones wait. */
function waitQuantiles(queue: MultiServerQueue, servers: Servers): LawFigure[] {
  return [
    {
      name: 'p95 of wait, ms',
      theory: queue.waitQuantile(0.95),
      tolerance: { share: 0.02 },
      of: (result) => known(unit(result)[queueOf(servers)].p95WaitMs),
    },
    {
      name: 'p99 of wait, ms',
      theory: queue.waitQuantile(0.99),
      tolerance: { share: 0.02 },
      of: (result) => known(unit(result)[queueOf(servers)].p99WaitMs),
    },
  ];
}

function responseFigures(meanResponse: number, arrivalRate: number): LawFigure[] {
  return [
    {
      name: 'mean response, ms',
      theory: meanResponse,
      tolerance: { share: 0.01 },
      of: (result) => known(visit(result).latencyMs.mean),
    },
    {
      name: 'p99 of response, ms',
      theory: exponentialResponseQuantile(arrivalRate, 1, 0.99),
      tolerance: { share: 0.02 },
      of: (result) => known(visit(result).latencyMs.p99),
    },
  ];
}

/** M/M/c; with `share` the tolerance of the mean wait, of the share that waits and of the queue. */
function erlangCase(
  arrivalRate: number,
  serverCount: number,
  servers: Servers,
  share: number,
  customers: number,
  hasTails = true,
): LawCase {
  const queue = multiServerQueue(arrivalRate, 1, serverCount);
  const isSingle = serverCount === 1;
  const figures = isSingle
    ? responseFigures(queue.meanResponse, arrivalRate)
    : [...queueFigures(queue, servers, share), ...(hasTails ? waitQuantiles(queue, servers) : [])];
  return stationCase(
    {
      law: isSingle ? 'M/M/1' : 'M/M/c (Erlang C)',
      parameters: isSingle
        ? `λ ${arrivalRate}, μ 1`
        : `λ ${arrivalRate}, μ 1, c ${serverCount} ${servers}`,
      arrivalRate,
      service: exponential,
      serverCount,
      servers,
      customers,
    },
    [meanWait(queue.meanWait, servers, share), ...figures],
  );
}

/** M/G/1 by Pollaczek–Khinchine. */
function generalCase(
  law: string,
  arrivalRate: number,
  service: DistributionInput,
  cv: number,
  share: number,
  customers: number,
): LawCase {
  return stationCase(
    {
      law,
      parameters: `ρ ${arrivalRate}, cv² ${cv * cv}`,
      arrivalRate,
      service,
      serverCount: 1,
      servers: 'cores',
      customers,
    },
    [meanWait(pollaczekKhinchineWait(arrivalRate, 1, cv), 'cores', share)],
  );
}

export const singleStationLaws: readonly LawCase[] = [
  erlangCase(0.8, 1, 'cores', 0.01, 7_000_000),
  erlangCase(7.2, 8, 'cores', 0.01, 21_000_000),
  erlangCase(38, 40, 'cores', 0.02, 40_000_000, false),
  erlangCase(1.3, 2, 'slots', 0.01, 5_000_000),
  generalCase('M/D/1', 0.8, 1, 0, 0.01, 2_400_000),
  generalCase('M/E4/1', 0.85, { kind: 'erlang', mean: 1, shape: 4 }, 0.5, 0.01, 5_000_000),
  generalCase(
    'M/G/1 (Pollaczek–Khinchine), hyperexponential',
    0.7,
    { kind: 'hyperexponential', mean: 1, cv: 2 },
    2,
    0.02,
    2_400_000,
  ),
  generalCase(
    'M/G/1 (Pollaczek–Khinchine), lognormal',
    0.7,
    { kind: 'lognormal', mean: 1, cv: 1.2 },
    1.2,
    0.02,
    2_400_000,
  ),
  generalCase(
    'M/G/1 (Pollaczek–Khinchine), gamma',
    0.7,
    { kind: 'gamma', mean: 1, cv: 2 },
    2,
    0.02,
    2_400_000,
  ),
];
