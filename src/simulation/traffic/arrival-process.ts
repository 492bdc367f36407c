/** How customers come: each kind of load is one such process. */
import type { LoadPatternPoint } from '../../architecture/document';
import type { EngineState } from '../engine/engine-state';

export interface ArrivalProcess {
  /** Whether it wants to hear of completed requests. */
  readonly isClosed: boolean;
  /** Schedules the first arrivals. */
  start(s: EngineState): void;
  /** An arrival (handle: journey) or a customer (handle: customer) is due. */
  onDue(s: EngineState, handle: number): void;
  /** A customer's request has ended. */
  onCompleted(s: EngineState, task: number): void;
  /** The stated arrival rate is multiplied by this from now on (open loads only), ≥ 0. */
  setRateFactor(s: EngineState, factor: number): void;
  /** Another pattern takes the place of the stated one from now on (open loads only). */
  setPattern(s: EngineState, pattern: readonly LoadPatternPoint[]): void;
  /** The arrival rate of all journeys together from now on, in place of the stated one (open loads only), per second, ≥ 0. */
  setRate(s: EngineState, ratePerSecond: number): void;
}
