/**
 * Exact mean value analysis (M. Reiser, S. S. Lavenberg, JACM 27, 1980):
 * customers who think, then visit single-server stations with exponential
 * service, and start again.
 */
export interface ClosedNetwork {
  throughput: number;
  /** Mean time from the end of thinking to the last answer. */
  meanResponse: number;
}

/**
 * @param demands visits × mean service time of each station, in the unit of `think`
 */
export function closedNetwork(
  customers: number,
  think: number,
  demands: readonly number[],
): ClosedNetwork {
  let lengths = demands.map(() => 0);
  let throughput = 0;
  let meanResponse = 0;
  for (let n = 1; n <= customers; n++) {
    // An arriving customer sees the network as it is with one customer fewer.
    const responses = demands.map((demand, i) => demand * (1 + (lengths[i] as number)));
    meanResponse = responses.reduce((sum, response) => sum + response, 0);
    throughput = n / (think + meanResponse);
    lengths = responses.map((response) => throughput * response);
  }
  return { throughput, meanResponse };
}
