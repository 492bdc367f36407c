/** Laws of several stations together. Times in ms unless said otherwise. */
import { closedNetwork } from '../theory/closed-network';
import { anySlowShare, harmonicNumber } from '../theory/fork-join';
import { jacksonNetwork, type Station } from '../theory/jackson-network';
import type { LawCase, LawFigure } from './law';
import { type LawService, lawDocument, poisson } from './law-document';
import { arrivalsPerMs, known, unit, visit } from './reading';

const replications = 30;

function work(mean: number) {
  return { work: { cpuMs: { kind: 'exponential' as const, mean } } };
}

/** A station of an open network: its place in the document, and in theory. */
interface OpenStation extends Station {
  service: LawService;
}

/** Every station must look like an M/M/c of its own, obey Little's law and the utilisation law. */
function openNetwork(
  parameters: string,
  stations: readonly OpenStation[],
  requests: number,
): LawCase {
  const expected = jacksonNetwork(stations);
  const arrivalRate = stations[0].externalRate;
  const seconds = requests / replications / arrivalRate / 1000;
  const utilizations: LawFigure[] = stations.map(({ service: { id } }, i) => ({
    name: `utilisation of ${id}`,
    theory: expected[i].utilization,
    tolerance: { share: 0.005 },
    of: (result) => unit(result, id).utilization.cores,
  }));
  const figures = stations.flatMap(({ service: { id } }, i): LawFigure[] => [
    {
      name: `mean wait at ${id}`,
      theory: expected[i].meanWait,
      tolerance: { share: 0.01 },
      of: (result) => known(unit(result, id).coreQueue.meanWaitMs),
    },
    {
      name: `Little's law at ${id}: L / (λW)`,
      theory: 1,
      tolerance: { amount: 0.005 },
      of: (result) => {
        const { meanLength, meanWaitMs } = unit(result, id).coreQueue;
        return meanLength / (expected[i].arrivalRate * known(meanWaitMs));
      },
    },
  ]);
  const meanResponse = expected.reduce(
    (sum, station) => sum + (station.arrivalRate / arrivalRate) * station.meanResponse,
    0,
  );
  return {
    law: 'Jackson network',
    parameters,
    document: lawDocument(
      stations.map(({ service }) => service),
      poisson(arrivalRate),
    ),
    plan: { replications, seconds: seconds * 1.05, warmupSeconds: seconds * 0.05 },
    controls: [{ theory: arrivalRate, of: arrivalsPerMs }, ...utilizations],
    figures: [
      ...figures,
      ...utilizations,
      {
        name: 'mean response',
        theory: meanResponse,
        tolerance: { share: 0.01 },
        of: (result) => known(visit(result).latencyMs.mean),
      },
    ],
  };
}

function feedForward(): LawCase {
  return openNetwork(
    'feed-forward, three stations',
    [
      {
        externalRate: 1,
        meanService: 1,
        servers: 2,
        routing: [0, 1, 0],
        service: {
          id: 'web',
          steps: [work(1), { call: 'catalog.serve' }],
          unit: { cores: 2 },
        },
      },
      {
        externalRate: 0,
        meanService: 0.5,
        servers: 1,
        routing: [0, 0, 0.8],
        service: {
          id: 'catalog',
          steps: [work(0.5), { call: 'payment.serve', probability: 0.8 }],
          unit: { cores: 1 },
        },
      },
      {
        externalRate: 0,
        meanService: 0.6,
        servers: 1,
        routing: [0, 0, 0],
        service: { id: 'payment', steps: [work(0.6)], unit: { cores: 1 } },
      },
    ],
    4_000_000,
  );
}

/**
 * A request computes, asks the store, computes again and in half of all cases
 * asks once more: two visits and one and a half (F. P. Kelly, 1975, has the
 * product form for such routes as well).
 */
function feedback(): LawCase {
  return openNetwork(
    'with feedback, two stations',
    [
      {
        externalRate: 1,
        meanService: 0.3,
        servers: 1,
        routing: [0, 0.75],
        service: {
          id: 'web',
          steps: [
            work(0.3),
            { call: 'store.serve' },
            work(0.3),
            { call: 'store.serve', probability: 0.5 },
          ],
          unit: { cores: 1 },
        },
      },
      {
        externalRate: 0,
        meanService: 0.4,
        servers: 1,
        routing: [2 / 3, 0],
        service: { id: 'store', steps: [work(0.4)], unit: { cores: 1 } },
      },
    ],
    2_000_000,
  );
}

/** Customers who think, then visit three stations in turn. Times in seconds here. */
function closed(customers: number, name: string): LawCase {
  const thinkSeconds = 5;
  const demandsSeconds = [0.1, 0.05, 0.08];
  const expected = closedNetwork(customers, thinkSeconds, demandsSeconds);
  const [first, second, third] = demandsSeconds.map((seconds) => work(seconds * 1000));
  return {
    law: `closed network (exact MVA), ${name}`,
    parameters: `${customers} customers, think 5 s, demands 0.1, 0.05, 0.08 s`,
    document: lawDocument(
      [
        { id: 'web', steps: [first, { call: 'catalog.serve' }, { call: 'store.serve' }] },
        { id: 'catalog', steps: [second] },
        { id: 'store', steps: [third] },
      ],
      { kind: 'closed', customers, thinkMs: { kind: 'exponential', mean: thinkSeconds * 1000 } },
    ),
    plan: { replications, seconds: 3_000, warmupSeconds: 100 },
    controls: [],
    figures: [
      {
        name: 'throughput, per s',
        theory: expected.throughput,
        tolerance: { share: 0.01 },
        of: (result) => unit(result, 'web').throughputPerSecond,
      },
      {
        name: 'mean response, s',
        theory: expected.meanResponse,
        tolerance: { share: 0.01 },
        of: (result) => known(visit(result).latencyMs.mean) / 1000,
      },
    ],
  };
}

/** The longest of k branches that never wait for anything. */
function forkJoin(branches: number): LawCase {
  const branch = [{ wait: { ms: { kind: 'exponential' as const, mean: 1 } } }];
  const requests = 60_000;
  return {
    law: 'fork-join, harmonic number',
    parameters: `${branches} parallel exponential branches of mean 1`,
    document: lawDocument(
      [{ id: 'station', steps: [{ parallel: Array.from({ length: branches }, () => branch) }] }],
      poisson(1),
    ),
    plan: { replications, seconds: requests / replications / 1000, warmupSeconds: 0 },
    controls: [],
    figures: [
      {
        name: 'mean response',
        theory: harmonicNumber(branches),
        tolerance: { share: 0.01 },
        of: (result) => known(visit(result).latencyMs.mean),
      },
    ],
  };
}

/** J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013): one call in 100 is slow. */
function tailAtScale(): LawCase {
  const fanOut = 100;
  const slowShare = 0.01;
  const document = lawDocument(
    [
      {
        id: 'root',
        steps: [{ parallel: Array.from({ length: fanOut }, () => [{ call: 'leaf.serve' }]) }],
      },
      {
        id: 'leaf',
        steps: [{ wait: { ms: 1 } }, { call: 'pause.serve', probability: slowShare }],
      },
      { id: 'pause', steps: [{ wait: { ms: 50 } }] },
    ],
    poisson(0.02),
  );
  document.journeys[0].sloMs = 25;
  return {
    law: 'tail at scale',
    parameters: 'one call in 100 slow, fan-out 100',
    document,
    plan: { replications, seconds: 60, warmupSeconds: 0 },
    controls: [],
    figures: [
      {
        name: 'share of slow requests',
        theory: anySlowShare(slowShare, fanOut),
        tolerance: { amount: 0.01 },
        of: (result) => 1 - known(visit(result).withinSlo),
      },
    ],
  };
}

/** Calls that block their slot: N slots that each wait D for a dependency pass N / D at most. */
function slotExhaustion(): LawCase {
  const slots = 10;
  const dependencyMs = 100;
  return {
    law: 'slot exhaustion',
    parameters: `${slots} slots blocked for ${dependencyMs} ms each, three times the load`,
    document: lawDocument(
      [
        {
          id: 'station',
          steps: [{ call: 'dependency.serve' }],
          unit: { concurrency: slots, acceptQueue: 50 },
        },
        {
          id: 'dependency',
          steps: [{ wait: { ms: { kind: 'exponential', mean: dependencyMs } } }],
        },
      ],
      poisson((3 * slots) / dependencyMs),
    ),
    plan: { replications, seconds: 100, warmupSeconds: 0 },
    controls: [],
    figures: [
      {
        name: 'throughput, per s',
        theory: (slots / dependencyMs) * 1000,
        tolerance: { share: 0.02 },
        of: (result) => unit(result).throughputPerSecond,
      },
    ],
  };
}

export const networkLaws: readonly LawCase[] = [
  feedForward(),
  feedback(),
  closed(50, 'below saturation'),
  closed(120, 'saturated'),
  ...[2, 5, 10, 100].map(forkJoin),
  tailAtScale(),
  slotExhaustion(),
];
