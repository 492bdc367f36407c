/** Laws of stations that turn customers away. Times in ms, mean service 1 ms. */
import type { DistributionInput } from '../../architecture/distribution';
import { erlangB } from '../theory/erlang';
import { finiteQueue } from '../theory/finite-queue';
import type { Control, LawCase, LawFigure, Result } from './law';
import { slotStation } from './law-document';
import { arrivalsPerMs, known, measuredMs, unit, visit } from './reading';

const replications = 30;

function planOf(customers: number, arrivalRate: number): LawCase['plan'] {
  const seconds = customers / replications / arrivalRate / 1000;
  return { replications, seconds: seconds * 1.05, warmupSeconds: seconds * 0.05 };
}

function arrivalControl(arrivalRate: number): Control {
  return { theory: arrivalRate, of: arrivalsPerMs };
}

/** Of the requests that have ended. */
function rejectedShareOf(result: Result): number {
  const { failed, ok } = visit(result);
  return failed.rejected / (failed.rejected + ok);
}

function rejectedShare(theory: number): LawFigure {
  return { name: 'share rejected', theory, tolerance: { share: 0.01 }, of: rejectedShareOf };
}

/** M/M/c/K: two slots and room for eight more. */
function boundedQueue(): LawCase {
  const arrivalRate = 2.2;
  const slots = 2;
  const room = 10;
  const queue = finiteQueue(arrivalRate, 1, slots, room);
  const tolerance = { share: 0.01 };
  return {
    law: 'M/M/c/K',
    parameters: `λ ${arrivalRate}, μ 1, c ${slots}, K ${room}`,
    document: slotStation(arrivalRate, { kind: 'exponential', mean: 1 }, slots, room - slots),
    plan: planOf(1_500_000, arrivalRate),
    controls: [arrivalControl(arrivalRate)],
    figures: [
      rejectedShare(queue.rejectedShare),
      {
        name: 'mean queue length',
        theory: queue.meanQueueLength,
        tolerance,
        of: (result) => unit(result).slotQueue.meanLength,
      },
      {
        name: 'throughput, per ms',
        theory: queue.throughput,
        tolerance,
        of: (result) => visit(result).ok / measuredMs(result),
      },
      {
        name: 'mean wait of those let in, ms',
        theory: queue.meanWait,
        tolerance,
        of: (result) => known(unit(result).slotQueue.meanWaitMs),
      },
    ],
  };
}

/** Erlang B: the loss depends on the mean service time alone, not on its distribution. */
function lossSystem(name: string, service: DistributionInput, customers: number): LawCase {
  const slots = 20;
  const offeredLoad = 18;
  return {
    law: `Erlang B, ${name} service`,
    parameters: `a ${offeredLoad}, c ${slots}, no queue`,
    document: slotStation(offeredLoad, service, slots, 0),
    plan: planOf(customers, offeredLoad),
    controls: [arrivalControl(offeredLoad)],
    figures: [rejectedShare(erlangB(offeredLoad, slots))],
  };
}

export const lossLaws: readonly LawCase[] = [
  boundedQueue(),
  lossSystem('exponential', { kind: 'exponential', mean: 1 }, 2_000_000),
  lossSystem('constant', 1, 1_300_000),
  lossSystem('hyperexponential', { kind: 'hyperexponential', mean: 1, cv: 2 }, 7_500_000),
];
