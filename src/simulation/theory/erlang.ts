/**
 * A. K. Erlang's two formulas for c servers under Poisson arrivals, with
 * offered load a = arrival rate × mean service time.
 */

/** B: the share of arrivals that find all servers busy and are lost (no waiting room); any service distribution. */
export function erlangB(offeredLoad: number, servers: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) {
    blocked = (offeredLoad * blocked) / (n + offeredLoad * blocked);
  }
  return blocked;
}

/** C: the share of arrivals that have to wait (unbounded queue, exponential service); 1 when a ≥ c. */
export function erlangC(offeredLoad: number, servers: number): number {
  if (offeredLoad >= servers) return 1;
  const blocked = erlangB(offeredLoad, servers);
  return blocked / (1 - (offeredLoad / servers) * (1 - blocked));
}
