import type { FaultEvent } from '../architecture/timeline';
import type { Fault, LinkFault } from './command';

type LinkEvent = Extract<FaultEvent, { link: unknown }>;
export type ProcessFaultEvent = Exclude<FaultEvent, LinkEvent>;

/** What goes wrong by an event of the document's timeline that strikes a process. */
export function scriptedFault(event: ProcessFaultEvent): Fault {
  switch (event.fault) {
    case 'crash':
      return { kind: 'crash' };
    case 'slow':
      return { kind: 'slow', factor: event.factor };
    case 'errors':
      return { kind: 'errors', rate: event.rate };
    case 'leak':
      return { kind: 'leak', mibPerSecond: event.mibPerSecond };
    case 'hog':
      return { kind: 'hog', cores: event.cores };
  }
}

/** What goes wrong by an event of the document's timeline that strikes a link. */
export function scriptedLinkFault(event: LinkEvent): LinkFault {
  switch (event.fault) {
    case 'latency':
      return { kind: 'latency', addMs: event.addMs };
    case 'loss':
      return { kind: 'loss', rate: event.rate };
    case 'partition':
      return { kind: 'partition' };
  }
}
