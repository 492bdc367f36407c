/**
 * What a user may change while a run is under way. A command takes effect at
 * the simulated instant at which it is applied and leaves the past alone. What
 * it sets holds until it is lifted; whatever the document's timeline can do,
 * a command can do as well.
 */
import type { LoadPatternPoint } from '../architecture/load-pattern';
import type { Policy } from '../architecture/policy';
import type { ReleaseEvent } from '../architecture/timeline';

/** A fault of a process that lasts until it is lifted. */
export type Fault =
  /** The process is down and stays down until the fault is lifted; then it starts up again. */
  | { kind: 'crash' }
  /** The module's own work and waits take `factor` times as long (> 1). */
  | { kind: 'slow'; factor: number }
  /** The module's operations answer with an error at once, with this probability (0 to 1). */
  | { kind: 'errors'; rate: number }
  /** Each replica loses this much memory per second (> 0), and is killed and starts anew when it is full. */
  | { kind: 'leak'; mibPerSecond: number }
  /** Something else takes this many cores (> 0) of each replica. */
  | { kind: 'hog'; cores: number };

export type FaultKind = Fault['kind'];

/** A fault of the network between two modules that lasts until it is lifted. */
export type LinkFault =
  /** Each way takes this much longer, ms. */
  | { kind: 'latency'; addMs: number }
  /** A message of either way is lost with this probability (0 to 1). */
  | { kind: 'loss'; rate: number }
  /** Every message of either way is lost. */
  | { kind: 'partition' };

export type LinkFaultKind = LinkFault['kind'];

/** How replicas are replaced by a release. */
export type ReleaseStrategy = ReleaseEvent['strategy'];

/** A whole unit crashes by a command of its own. */
export type UnitFault = Exclude<Fault, { kind: 'crash' }>;

export type Command =
  /** Sets or lifts (`fault: null` lifts that kind) a fault on a module, in every deployment of the run alike. */
  | { kind: 'module-fault'; moduleId: string; faultKind: FaultKind; fault: Fault | null }
  /** Takes a whole unit down or brings it back, in one deployment. */
  | { kind: 'unit-crash'; deploymentId: string; unitId: string; isDown: boolean }
  /** Sets or lifts a fault on a whole unit: on each of its modules, in one deployment. */
  | {
      kind: 'unit-fault';
      deploymentId: string;
      unitId: string;
      faultKind: UnitFault['kind'];
      fault: UnitFault | null;
    }
  /** Sets or lifts a fault on one replica: the one that has this number in the unit, from 1, when the fault begins. */
  | {
      kind: 'replica-fault';
      deploymentId: string;
      unitId: string;
      replicaNumber: number;
      faultKind: FaultKind;
      fault: Fault | null;
    }
  /** Sets or lifts a fault on the network between two modules, in every deployment in which the call crosses it. */
  | {
      kind: 'link-fault';
      callerId: string;
      calleeId: string;
      faultKind: LinkFaultKind;
      fault: LinkFault | null;
    }
  /** Scales a unit; new replicas need their start-up time, surplus ones drain. At least 0. */
  | { kind: 'replicas'; deploymentId: string; unitId: string; replicas: number }
  /** Slots per replica of a unit, at least 1. */
  | { kind: 'concurrency'; deploymentId: string; unitId: string; concurrency: number }
  /** Releases a new version of a module, in every deployment alike; `fault` is what is wrong with it. */
  | { kind: 'release'; moduleId: string; strategy: ReleaseStrategy; fault: Fault | null }
  /** Goes back to the version before the latest `release` of the module. */
  | { kind: 'roll-back'; moduleId: string }
  /** What a caller does about a callee in another unit, in one deployment; `null`: nothing. */
  | {
      kind: 'policy';
      deploymentId: string;
      callerId: string;
      calleeId: string;
      policy: Policy | null;
    }
  /** The arrival rate of the whole load, requests per second, in every deployment alike; ≥ 0. */
  | { kind: 'arrival-rate'; arrivalRatePerSecond: number }
  /** How an open load changes over time, in place of its pattern; times are those of the run, and its past stays. */
  | { kind: 'load-pattern'; pattern: readonly LoadPatternPoint[] };

/** A command and the simulated instant at which it takes effect, ms. */
export interface TimedCommand {
  readonly atMs: number;
  readonly command: Command;
}
