/** Whoever simulates the cases of the benchmark. */
import type { BenchCase } from './cases';
import { eventsPerRequest } from './cases';

export interface Timing {
  eventsPerSecond: number;
  meanResponseMs: number;
}

export interface Contestant {
  name: string;
  /** How many events one timing takes: enough that its start and end do not matter. */
  events: number;
  time: (model: BenchCase, requestCount: number, seed: number) => Timing | Promise<Timing>;
}

/** Processor time of this process, its garbage collection included: a busy machine does not add to it. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function requestsOf(model: BenchCase, { events }: Contestant): number {
  return Math.round(events / eventsPerRequest(model));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
