/** Which calls between modules go from one process to another. */
import { callsIn, moduleIdOf } from '../../architecture/cut';
import type { ArchitectureDocument, Unit } from '../../architecture/document';

export interface CrossingCall {
  readonly callerId: string;
  readonly calleeId: string;
  /** Whether the caller waits for the answer. */
  readonly isAwaited: boolean;
}

/** Each pair once, in the order of the document. */
export function crossingCalls(
  document: ArchitectureDocument,
  units: readonly Unit[],
): CrossingCall[] {
  const unitOf = new Map(units.flatMap(({ id, modules }) => modules.map((module) => [module, id])));
  const calls = new Map<string, CrossingCall>();
  for (const { id: callerId, operations } of document.modules) {
    for (const { reference, isAsync } of Object.values(operations).flatMap((s) => [
      ...callsIn(s),
    ])) {
      const calleeId = moduleIdOf(reference);
      if (unitOf.get(callerId) === unitOf.get(calleeId)) continue;
      const isAwaited = !isAsync || calls.get(pairOf({ callerId, calleeId }))?.isAwaited === true;
      calls.set(pairOf({ callerId, calleeId }), { callerId, calleeId, isAwaited });
    }
  }
  return [...calls.values()];
}

/** A pair as the key of a set; ids hold no `>`. */
export function pairOf({ callerId, calleeId }: Omit<CrossingCall, 'isAwaited'>): string {
  return `${callerId}>${calleeId}`;
}
