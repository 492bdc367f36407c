/** Slowness and errors of single replicas, looked up in the ledger where a replica is marked. */
import type { EngineState } from '../engine/engine-state';

/** Times as slow as the module's own slowness has it. */
export function replicaSlowness(s: EngineState, replica: number, moduleIndex: number): number {
  let factor = 1;
  for (const fault of s.faults.values()) {
    if (fault.kind !== 'slow' || fault.replica !== replica) continue;
    if (fault.moduleIndex < 0 || fault.moduleIndex === moduleIndex) factor *= fault.amount;
  }
  return factor;
}

/** The chance of an error, those of this replica struck on top of `rate`. */
export function withReplicaErrors(
  s: EngineState,
  replica: number,
  moduleIndex: number,
  rate: number,
): number {
  let fine = 1 - rate;
  for (const fault of s.faults.values()) {
    if (fault.kind !== 'errors' || fault.replica !== replica) continue;
    if (fault.moduleIndex < 0 || fault.moduleIndex === moduleIndex) fine *= 1 - fault.amount;
  }
  return 1 - fine;
}
