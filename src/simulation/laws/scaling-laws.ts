/** Laws of a unit that looks after itself: how many replicas it has, whether it comes back. */
import type { ArchitectureDocumentInput } from '../../architecture/document';
import { autoscaledReplicas } from '../theory/autoscaling';
import type { LawCase } from './law';
import { type Load, lawDocument } from './law-document';
import { known, unit } from './reading';

const everyMs = 15_000;
const workMs = 100;

/** A recorded load: so many requests in each interval between looks of the autoscaler, never more than its replicas manage. */
const recorded = [60, 130, 240, 480, 700, 690, 720, 400, 390, 150, 140, 20, 0, 0, 0, 130, 120];

/** Evenly spread over most of the interval, so that nobody waits and no core is busy at a look. */
function arrivalsOf(counts: readonly number[]): Load {
  const spreadMs = 0.95 * everyMs;
  const arrivals = counts.flatMap((count, interval) =>
    Array.from({ length: count }, (_, i) => ({
      atMs: interval * everyMs + (i * spreadMs) / count,
      journey: 'visit',
    })),
  );
  return { kind: 'replay', arrivals };
}

function autoscaler(looksKept: number): LawCase {
  const rules = { min: 1, max: 9, targetUtilization: 0.5 };
  const initial = 2;
  const counts = autoscaledReplicas(
    recorded.map((count) => (count * workMs) / everyMs),
    initial,
    { ...rules, looksKept },
  );
  // The last look is at the end of the run: what it decides is not seen any more.
  const seen = counts.slice(0, -1);
  const tolerance = { amount: 1e-9 };
  return {
    law: "autoscaler, Kubernetes' formula",
    parameters: `a recorded load, ${recorded.length} looks, stabilisation of ${looksKept}`,
    document: lawDocument(
      [
        {
          id: 'station',
          steps: [{ work: { cpuMs: workMs } }],
          unit: {
            replicas: initial,
            startupMs: 0,
            balancer: 'least-outstanding',
            autoscaler: { ...rules, everyMs, stabilizationMs: looksKept * everyMs },
          },
        },
      ],
      arrivalsOf(recorded),
    ),
    plan: {
      replications: 2,
      seconds: (recorded.length * everyMs) / 1000,
      warmupSeconds: 0,
      isWhole: true,
    },
    controls: [],
    figures: [
      {
        name: 'mean number of replicas',
        theory: seen.reduce((sum, count) => sum + count, 0) / seen.length,
        tolerance,
        of: (result) => unit(result).replicas.mean,
      },
      {
        name: 'most replicas',
        theory: Math.max(...counts),
        tolerance,
        of: (result) => unit(result).replicas.max,
      },
      {
        name: 'fewest replicas',
        theory: Math.min(...counts),
        tolerance,
        of: (result) => unit(result).replicas.min,
      },
    ],
  };
}

/**
 * N. Bronson, A. Aghayev, A. Charapko, T. Zhu, "Metastable failures in
 * distributed systems", HotOS 2021: a trigger is long over, and the retries of
 * its victims keep the system down. Fifty requests per second meet a service
 * that manages a hundred; for ten seconds it is five times slower; who gets no
 * answer within 200 ms tries again, up to three times.
 */
function retryStorm(budget: number | null): ArchitectureDocumentInput {
  const plenty = { cores: 64, concurrency: 10_000 };
  const document = lawDocument(
    [
      { id: 'web', steps: [{ call: 'store.serve' }], unit: plenty },
      {
        id: 'store',
        steps: [{ work: { cpuMs: { kind: 'exponential', mean: 10 } } }],
        unit: { cores: 1, concurrency: 100, acceptQueue: 500 },
      },
    ],
    { kind: 'open', arrivalRatePerSecond: 50 },
  );
  document.deployments[0].policies = [
    {
      caller: 'web',
      callee: 'store',
      timeoutMs: 200,
      retries: { max: 3, backoffMs: 50, ...(budget === null ? {} : { budget }) },
    },
  ];
  document.timeline = [
    { atMs: 20_000, untilMs: 30_000, fault: 'slow', module: 'store', factor: 5 },
  ];
  return document;
}

interface Outlook {
  parameters: string;
  budget: number | null;
  fromSeconds: number;
  toSeconds: number;
  availability: number;
  amount: number;
}

function metastable(outlook: Outlook): LawCase {
  const { parameters, budget, fromSeconds, toSeconds, availability, amount } = outlook;
  return {
    law: 'metastable failure',
    parameters,
    document: retryStorm(budget),
    plan: { replications: 10, seconds: toSeconds, warmupSeconds: fromSeconds, isWhole: true },
    controls: [],
    figures: [
      {
        name: 'share of good answers',
        theory: availability,
        tolerance: { amount },
        of: (result) => known(result.availability),
      },
    ],
  };
}

const afterwards = { fromSeconds: 150, toSeconds: 180 };

export const scalingLaws: readonly LawCase[] = [
  autoscaler(1),
  autoscaler(4),
  metastable({
    parameters: 'before the trigger',
    budget: null,
    fromSeconds: 0,
    toSeconds: 20,
    availability: 1,
    amount: 0.01,
  }),
  metastable({
    parameters: 'two minutes after it, retries without a budget',
    budget: null,
    ...afterwards,
    availability: 0,
    amount: 0.2,
  }),
  metastable({
    parameters: 'two minutes after it, retries within a budget of 10 %',
    budget: 0.1,
    ...afterwards,
    availability: 1,
    amount: 0.01,
  }),
];
