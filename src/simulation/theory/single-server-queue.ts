/** One server, Poisson arrivals, one first-in-first-out queue without a bound. */
import { naturalLogarithm } from '../engine/logarithm';

/**
 * M/G/1, the Pollaczek–Khinchine formula: mean wait for service of any
 * distribution with this mean and cv (0: M/D/1, 1: M/M/1, 1/√k: M/E_k/1).
 */
export function pollaczekKhinchineWait(
  arrivalRate: number,
  meanService: number,
  cv: number,
): number {
  const utilization = arrivalRate * meanService;
  return (utilization * meanService * (1 + cv * cv)) / (2 * (1 - utilization));
}

/** M/M/1: the response time that a share `p` of the requests does not exceed (it is exponential). */
export function exponentialResponseQuantile(
  arrivalRate: number,
  meanService: number,
  p: number,
): number {
  return -naturalLogarithm(1 - p) / (1 / meanService - arrivalRate);
}
