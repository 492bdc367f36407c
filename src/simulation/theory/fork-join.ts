/** The harmonic number H(k) = 1 + 1/2 + … + 1/k: the mean of the longest of k exponential times of mean 1. */
export function harmonicNumber(k: number): number {
  let sum = 0;
  for (let n = k; n >= 1; n--) sum += 1 / n;
  return sum;
}

/** The chance that at least one of `fanOut` independent calls is slow. */
export function anySlowShare(slowShare: number, fanOut: number): number {
  let allFast = 1;
  for (let n = 0; n < fanOut; n++) allFast *= 1 - slowShare;
  return 1 - allFast;
}
