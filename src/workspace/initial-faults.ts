import type { Fault, FaultKind } from '../simulation/command';

/** What a fault starts with when it is switched on. */
export const initialFaults: Readonly<Record<FaultKind, Fault>> = {
  crash: { kind: 'crash' },
  slow: { kind: 'slow', factor: 50 },
  errors: { kind: 'errors', rate: 0.5 },
};
