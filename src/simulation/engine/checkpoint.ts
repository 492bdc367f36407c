import { DeepCopy } from './deep-copy';
import { type EngineSetup, EngineState } from './engine-state';

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

export function unpackState(packed: PackedState): EngineState {
  const copier = new DeepCopy(sharedOf(packed.setup));
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(packed)) columns[key] = copier.copy(value);
  const { setup, policies, arrivals, observation } = columns as unknown as EngineState;
  // Made by its constructor and not key by key: engines read such an object faster.
  return Object.assign(new EngineState(setup, policies, arrivals, observation), columns);
}

/** What no run changes. */
function sharedOf(setup: EngineSetup): ReadonlySet<object> {
  const { program, distributions, journeyKeys, firstWork } = setup;
  const columns = [...Object.values(program), ...Object.values(firstWork)];
  return new Set<object>([setup, program, distributions, journeyKeys, ...columns]);
}
