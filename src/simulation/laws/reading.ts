/** Figures of a result as the laws need them. */
import type { Result } from './law';

export function visit(result: Result) {
  return result.journeys.visit;
}

export function unit(result: Result, id = 'station') {
  return result.units[id];
}

/** A quantile or mean of a queue in which something was recorded. */
export function known(value: number | null): number {
  return value ?? Number.NaN;
}

export function measuredMs({ simulatedSeconds, warmupSeconds }: Result): number {
  return (simulatedSeconds - warmupSeconds) * 1000;
}

export function arrivalsPerMs(result: Result): number {
  return visit(result).arrivals / measuredMs(result);
}
