/** From one kind of load to another that brings about as many requests, as long as nothing is slow. */
import { meanOf } from '../../architecture/distribution-mean';
import type { Load } from '../../architecture/document';

export type OpenLoad = Extract<Load, { kind: 'open' }>;
export type ClosedLoad = Extract<Load, { kind: 'closed' }>;

/** What a customer thinks about by default, ms. */
const thinkMs = 5000;
const ratePerSecond = 100;

export function asClosed(load: Load): ClosedLoad {
  const rate = load.kind === 'open' ? load.arrivalRatePerSecond : ratePerSecond;
  return {
    kind: 'closed',
    customers: Math.max(1, Math.round((rate * thinkMs) / 1000)),
    thinkMs: { kind: 'exponential', mean: thinkMs },
  };
}

export function asOpen(load: Load): OpenLoad {
  const thinkMs = load.kind === 'closed' ? meanOf(load.thinkMs) : 0;
  const arrivalRatePerSecond =
    load.kind === 'closed' && thinkMs > 0
      ? Number(((load.customers * 1000) / thinkMs).toPrecision(3))
      : ratePerSecond;
  return { kind: 'open', arrivalRatePerSecond, pattern: [] };
}
