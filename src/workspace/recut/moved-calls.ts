/** What a change of the cut does to the calls between modules. */
import type { ArchitectureDocument, Deployment, Policy } from '../../architecture/document';
import { crossingMs } from '../../simulation/theory/crossing-time';
import { type CrossingCall, crossingCalls, pairOf } from './crossing-calls';
import { policyOf } from './recut-policies';

export interface MovedCall extends CrossingCall {
  /** What the boundary adds to a call on the average, or no longer adds, ms. */
  readonly boundaryMs: number;
  /** What the caller does about the callee across it; `null` for nothing. */
  readonly policy: Policy | null;
}

export interface MovedCalls {
  /** Go from one process to another from now on. */
  readonly crossing: readonly MovedCall[];
  /** Stay inside one process from now on. */
  readonly inside: readonly MovedCall[];
}

export function movedCalls(
  document: ArchitectureDocument,
  before: Deployment,
  after: Deployment,
): MovedCalls {
  const were = crossingCalls(document, before.units);
  const are = crossingCalls(document, after.units);
  return {
    crossing: missingIn(were, are).map((call) => movedIn(after, call)),
    inside: missingIn(are, were).map((call) => movedIn(before, call)),
  };
}

/** The calls of `all` that `known` has not. */
function missingIn(known: readonly CrossingCall[], all: readonly CrossingCall[]): CrossingCall[] {
  const pairs = new Set(known.map(pairOf));
  return all.filter((call) => !pairs.has(pairOf(call)));
}

function movedIn(deployment: Deployment, call: CrossingCall): MovedCall {
  return {
    ...call,
    boundaryMs: crossingMs(deployment, call),
    policy: policyOf(deployment, call) ?? null,
  };
}
