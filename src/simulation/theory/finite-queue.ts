/**
 * M/M/c/K: Poisson arrivals, exponential service, c servers and room for K
 * requests in all; who finds it full is rejected. A birth–death chain.
 */
export interface FiniteQueue {
  rejectedShare: number;
  /** Mean number that wait. */
  meanQueueLength: number;
  throughput: number;
  /** Mean over those that are let in. */
  meanWait: number;
}

export function finiteQueue(
  arrivalRate: number,
  meanService: number,
  servers: number,
  room: number,
): FiniteQueue {
  const offeredLoad = arrivalRate * meanService;
  const weights = [1];
  for (let n = 1; n <= room; n++) {
    weights.push(((weights[n - 1] as number) * offeredLoad) / Math.min(n, servers));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const waiting = weights.reduce((sum, weight, n) => sum + weight * Math.max(0, n - servers), 0);
  const rejectedShare = (weights[room] as number) / total;
  const throughput = arrivalRate * (1 - rejectedShare);
  const meanQueueLength = waiting / total;
  return { rejectedShare, meanQueueLength, throughput, meanWait: meanQueueLength / throughput };
}
