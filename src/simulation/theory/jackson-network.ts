/**
 * An open network of M/M/c stations (J. R. Jackson, "Networks of waiting
 * lines", Operations Research 5, 1957): with Poisson arrivals and exponential
 * service each station behaves as an M/M/c of its own with the arrival rate
 * that the traffic equations give it.
 */
import { type MultiServerQueue, multiServerQueue } from './multi-server-queue';

export interface Station {
  /** Arrivals from outside, per unit of time. */
  externalRate: number;
  meanService: number;
  servers: number;
  /** Chance of going on to each station after service; what is missing to 1 leaves. */
  routing: readonly number[];
}

export interface StationInNetwork extends MultiServerQueue {
  arrivalRate: number;
}

/** Every station of a stable network. */
export function jacksonNetwork(stations: readonly Station[]): StationInNetwork[] {
  const rates = trafficRates(stations);
  return stations.map(({ meanService, servers }, i) => {
    const arrivalRate = rates[i] as number;
    return { arrivalRate, ...multiServerQueue(arrivalRate, meanService, servers) };
  });
}

/** λᵢ = external + Σ λⱼ·routing, by repeated substitution until nothing changes. */
function trafficRates(stations: readonly Station[]): number[] {
  let rates = stations.map(({ externalRate }) => externalRate);
  for (let round = 0; round < 100_000; round++) {
    const next = stations.map(({ externalRate }, i) =>
      stations.reduce(
        (sum, { routing }, j) => sum + (rates[j] as number) * (routing[i] ?? 0),
        externalRate,
      ),
    );
    const isSettled = next.every((rate, i) => rate === rates[i]);
    rates = next;
    if (isSettled) return rates;
  }
  throw new RangeError('The network keeps what comes in: its routing leads nowhere out.');
}
