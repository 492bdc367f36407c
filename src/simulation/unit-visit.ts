/** Who is at a unit at an instant: the requests behind the cells and dots of a frame. */

/** What time passes with for a visit right now. */
export const visitStates = [
  /** For a slot: in the accept queue, or on an event loop that wants to go on. */
  'slot',
  /** For one of the replica's cores. */
  'core',
  /** A core works for it. */
  'cpu',
  /** Time without CPU: a disk, a third party. */
  'wait',
  /** Calls to other units, a place in the bulkhead before them included. */
  'call',
  /** Several things are done for it at the same time. */
  'branches',
  /** Before a retry. */
  'pause',
] as const;

export type VisitState = (typeof visitStates)[number];

export interface UnitVisit {
  /** Place of its journey in the document, and its number within it. */
  readonly journey: number;
  readonly number: number;
  /** Place among the unit's replicas, from 0, as a frame lists them. */
  readonly replica: number;
  /** Place among the replica's slots; `null` without one. */
  readonly slot: number | null;
  /** Place in the replica's accept queue, 0 for its head; `null` where it does not stand there. */
  readonly queuePlace: number | null;
  readonly state: VisitState;
  /** When it was sent to this unit, simulated ms. */
  readonly sinceMs: number;
  /** Nobody waits for its answer any more. */
  readonly isInVain: boolean;
}

/** A unit at an instant. */
export interface UnitMoment {
  readonly deploymentId: string;
  readonly unitId: string;
  /** Simulated ms. */
  readonly atMs: number;
}
