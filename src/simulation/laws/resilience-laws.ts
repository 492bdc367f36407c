/** Laws of calls that are repeated: retries multiply, a second copy cuts the tail. Times in ms. */
import { hedgedTail } from '../theory/hedging';
import { retryAttempts } from '../theory/retries';
import type { LawCase, Result } from './law';
import { type LawService, lawDocument, poisson } from './law-document';
import { known, visit } from './reading';

const replications = 30;

/** A chain of services, each of which retries the next; the last one is down. */
function retryAmplification(levels: number, retries: number): LawCase {
  const id = (level: number) => (level === 0 ? 'web' : `level-${level}`);
  const services = Array.from({ length: levels + 1 }, (_, level): LawService => {
    const steps = level < levels ? [{ call: `${id(level + 1)}.serve` }] : [{ wait: { ms: 1 } }];
    return { id: id(level), steps };
  });
  const document = lawDocument(services, poisson(0.01));
  document.timeline = [{ atMs: 0, fault: 'errors', module: id(levels), rate: 1 }];
  document.deployments[0].policies = Array.from({ length: levels }, (_, level) => ({
    caller: id(level),
    callee: id(level + 1),
    retries: { max: retries, backoffMs: 0, jitter: 'none' as const },
  }));
  const lastCall = `${id(levels - 1)}->${id(levels)}`;
  return {
    law: 'retry amplification',
    parameters: `${levels} levels, ${retries} retries at each, the last one down`,
    document,
    plan: { replications, seconds: 10, warmupSeconds: 0 },
    controls: [],
    figures: [
      {
        name: 'attempts per request',
        theory: retryAttempts(levels, retries),
        tolerance: { amount: 1e-9 },
        of: (result) => result.calls[lastCall].attempts / visit(result).arrivals,
      },
    ],
  };
}

/** Mostly quick, one answer in a hundred slow. */
const answer = [
  { probability: 0.99, mean: 10 },
  { probability: 0.01, mean: 400 },
];

const hedgedShare = 0.05;

/** J. Dean, L. A. Barroso, "The tail at scale", CACM 56 (2013): a second copy after the 95th percentile. */
function hedging(): LawCase {
  const tail = hedgedTail(answer, hedgedShare);
  const document = lawDocument(
    [
      { id: 'web', steps: [{ call: 'store.serve' }] },
      { id: 'store', steps: [{ wait: { ms: { kind: 'hyperexponential', branches: answer } } }] },
    ],
    poisson(1),
  );
  document.deployments[0].policies = [
    { caller: 'web', callee: 'store', hedge: { afterMs: tail.hedgeAfter, max: 1 } },
  ];
  const attemptsOf = (result: Result) =>
    result.calls['web->store'].attempts / visit(result).arrivals;
  return {
    law: 'hedged requests',
    parameters: 'a second copy after the 95th percentile',
    document,
    plan: { replications, seconds: 40, warmupSeconds: 0 },
    controls: [],
    figures: [
      {
        name: 'copies per request',
        theory: 1 + hedgedShare,
        tolerance: { share: 0.01 },
        of: attemptsOf,
      },
      {
        name: `p99.9, ${(tail.plainQuantile(0.999) / tail.hedgedQuantile(0.999)).toFixed(1)} times shorter than without`,
        theory: tail.hedgedQuantile(0.999),
        tolerance: { share: 0.02 },
        of: (result) => known(visit(result).latencyMs.p999),
      },
    ],
  };
}

export const resilienceLaws: readonly LawCase[] = [
  retryAmplification(1, 3),
  retryAmplification(2, 3),
  retryAmplification(3, 2),
  hedging(),
];
