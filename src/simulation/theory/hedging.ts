/**
 * Hedged requests without queues: a second copy goes out when the first has
 * not answered after h, and the first answer counts. With answer times of
 * survival function S, the hedged one is S(t) before h and S(t)·S(t − h) after.
 */
import { exponentialFunction } from '../engine/exponential';

export interface HedgedTail {
  /** The time after which the wanted share of requests is still open. */
  hedgeAfter: number;
  /** The time that a share `p` of the requests does not exceed, without and with the second copy. */
  plainQuantile: (p: number) => number;
  hedgedQuantile: (p: number) => number;
}

/**
 * @param branches exponential branches of the answer time
 * @param hedgedShare share of the requests that get a second copy
 */
export function hedgedTail(
  branches: readonly { probability: number; mean: number }[],
  hedgedShare: number,
): HedgedTail {
  const survival = (t: number) =>
    branches.reduce(
      (sum, { probability, mean }) => sum + probability * exponentialFunction(-t / mean),
      0,
    );
  const hedgeAfter = timeWhere(survival, hedgedShare);
  const hedgedSurvival = (t: number) =>
    t < hedgeAfter ? survival(t) : survival(t) * survival(t - hedgeAfter);
  return {
    hedgeAfter,
    plainQuantile: (p) => timeWhere(survival, 1 - p),
    hedgedQuantile: (p) => timeWhere(hedgedSurvival, 1 - p),
  };
}

/** Where a falling function has come down to this share, by halving. */
function timeWhere(survival: (t: number) => number, share: number): number {
  let high = 1;
  while (survival(high) > share) high *= 2;
  let low = 0;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (survival(middle) > share) low = middle;
    else high = middle;
  }
  return high;
}
