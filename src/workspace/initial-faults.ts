import type { Fault, FaultKind, LinkFault, LinkFaultKind } from '../simulation/command';

/** What a fault starts with when it is switched on. */
export const initialFaults: Readonly<Record<FaultKind, Fault>> = {
  crash: { kind: 'crash' },
  slow: { kind: 'slow', factor: 50 },
  errors: { kind: 'errors', rate: 0.5 },
  leak: { kind: 'leak', mibPerSecond: 50 },
  hog: { kind: 'hog', cores: 1 },
};

/** The same for the network between two modules. */
export const initialLinkFaults: Readonly<Record<LinkFaultKind, LinkFault>> = {
  latency: { kind: 'latency', addMs: 200 },
  loss: { kind: 'loss', rate: 0.1 },
  partition: { kind: 'partition' },
};
