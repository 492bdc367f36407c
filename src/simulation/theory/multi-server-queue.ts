/**
 * M/M/c: Poisson arrivals, exponential service, c servers, one first-in-
 * first-out queue without a bound. A wait is 0 with probability 1 − C and
 * otherwise exponential with rate cμ − λ.
 */
import { naturalLogarithm } from '../engine/logarithm';
import { erlangC } from './erlang';

export interface MultiServerQueue {
  waitProbability: number;
  /** Mean over all arrivals, in the unit of the mean service time. */
  meanWait: number;
  meanResponse: number;
  meanQueueLength: number;
  utilization: number;
  /** The wait that a share `p` of the arrivals does not exceed. */
  waitQuantile: (p: number) => number;
}

/** @param arrivalRate per the unit of time in which `meanService` is given; arrivalRate × meanService < servers */
export function multiServerQueue(
  arrivalRate: number,
  meanService: number,
  servers: number,
): MultiServerQueue {
  const waitProbability = erlangC(arrivalRate * meanService, servers);
  const drainRate = servers / meanService - arrivalRate;
  const meanWait = waitProbability / drainRate;
  return {
    waitProbability,
    meanWait,
    meanResponse: meanWait + meanService,
    meanQueueLength: arrivalRate * meanWait,
    utilization: (arrivalRate * meanService) / servers,
    waitQuantile: (p) =>
      p <= 1 - waitProbability ? 0 : naturalLogarithm(waitProbability / (1 - p)) / drainRate,
  };
}
