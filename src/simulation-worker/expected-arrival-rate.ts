import type { ArchitectureDocument } from '../architecture/document';

/**
 * Requests per second that a document promises, before a run has measured any.
 * A guess for the first moments of the picture only.
 */
export function expectedArrivalRate({ load }: ArchitectureDocument): number {
  switch (load.kind) {
    case 'open':
      return load.arrivalRatePerSecond;
    case 'replay': {
      const spanMs = load.arrivals.at(-1)?.atMs ?? 0;
      return spanMs > 0 ? (load.arrivals.length * 1000) / spanMs : 0;
    }
    case 'closed':
      return load.customers;
  }
}
