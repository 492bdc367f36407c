import { DeepCopy } from './deep-copy';
import type { EngineSetup } from './engine-setup';
import type { EngineState } from './engine-state';

/** A run at an instant: everything it knows, copied out. Belongs to its simulation and that one's forks. */
export interface Checkpoint {
  readonly timeMs: number;
  readonly events: number;
  readonly state: PackedState;
  readonly nextBoundaryMs: number;
  readonly isMeasuring: boolean;
  /** About how much memory it takes. */
  readonly bytes: number;
}

/** The columns of a state, packed. It shares nothing with the state but its unchanging setup. */
export type PackedState = Readonly<Record<string, unknown>> & Pick<EngineState, 'setup'>;

export function packState(s: EngineState): { state: PackedState; bytes: number } {
  const copier = new DeepCopy(sharedOf(s.setup));
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(s)) columns[key] = copier.copy(value);
  return { state: { ...columns, setup: s.setup }, bytes: copier.bytes };
}

/**
 * Puts a packed state of the same setup in the place of what `s` holds, whose columns are used
 * again where they have the room; not those of the logs, which belong to their readers.
 */
export function unpackState(packed: PackedState, s: EngineState): void {
  const copier = new DeepCopy(sharedOf(packed.setup));
  const { requests, trace, ...old }: Record<string, unknown> = { ...s };
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(packed)) columns[key] = copier.copy(value, old[key]);
  Object.assign(s, columns);
}

/** What no run changes. */
function sharedOf(setup: EngineSetup): ReadonlySet<object> {
  const { program, distributions, journeyKeys, firstWork } = setup;
  const columns = [...Object.values(program), ...Object.values(firstWork)];
  return new Set<object>([setup, program, distributions, journeyKeys, ...columns]);
}
