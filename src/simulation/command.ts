/**
 * What a user may change while a run is under way. A command takes effect at
 * the simulated instant at which it is applied and leaves the past alone.
 */

/** A fault that lasts until it is lifted. */
export type Fault =
  /** The process is down and stays down until the fault is lifted; then it starts up again. */
  | { kind: 'crash' }
  /** The module's own work and waits take `factor` times as long (> 1). */
  | { kind: 'slow'; factor: number }
  /** The module's operations answer with an error at once, with this probability (0 to 1). */
  | { kind: 'errors'; rate: number };

export type FaultKind = Fault['kind'];

export type Command =
  /** Sets or lifts (`fault: null` lifts that kind) a fault on a module, in every deployment of the run alike. */
  | { kind: 'module-fault'; moduleId: string; faultKind: FaultKind; fault: Fault | null }
  /** Takes a whole unit down or brings it back, in one deployment. */
  | { kind: 'unit-crash'; deploymentId: string; unitId: string; isDown: boolean }
  /** Scales a unit; new replicas need their start-up time, surplus ones drain. At least 0. */
  | { kind: 'replicas'; deploymentId: string; unitId: string; replicas: number }
  /** Slots per replica of a unit, at least 1. */
  | { kind: 'concurrency'; deploymentId: string; unitId: string; concurrency: number }
  /** The arrival rate of the whole load, requests per second, in every deployment alike; ≥ 0. */
  | { kind: 'arrival-rate'; arrivalRatePerSecond: number };
