import { meanOf } from '../../architecture/distribution-mean';
import type { ArchitectureDocument } from '../../architecture/document';

/** Requests per second that a document promises, before a run has measured any: of an open load its stated rate. */
export function expectedArrivalRate({ load }: ArchitectureDocument): number {
  switch (load.kind) {
    case 'open':
      return load.arrivalRatePerSecond;
    case 'replay': {
      const spanMs = load.arrivals.at(-1)?.atMs ?? 0;
      return spanMs > 0 ? (load.arrivals.length * 1000) / spanMs : 0;
    }
    case 'closed': {
      // The most that there can be: nobody ever waits for an answer.
      const thinkMs = meanOf(load.thinkMs);
      return thinkMs > 0 ? (load.customers * 1000) / thinkMs : load.customers;
    }
  }
}
