import type { EngineSetup } from './engine-setup';
import type { EngineState } from './engine-state';
import type { PackedState } from './packed-state';
import { StatePacker } from './state-packer';

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

/** Of a run and its forks. */
export function packerOf(setup: EngineSetup): StatePacker {
  return new StatePacker(sharedOf(setup));
}

export function packState(packer: StatePacker, s: EngineState): PackedState {
  return packer.pack({ ...s });
}

/**
 * Puts a packed state in the place of what `s` holds, whose columns are used again where they have
 * the room; not those of the logs, which belong to their readers.
 */
export function unpackState(packed: PackedState, s: EngineState): void {
  const { requests, trace, ...old }: Record<string, unknown> = { ...s };
  Object.assign(s, packed.unpack(old));
}

/** What no run changes. */
function sharedOf(setup: EngineSetup): ReadonlySet<object> {
  const { program, distributions, journeyKeys, firstWork } = setup;
  const columns = [...Object.values(program), ...Object.values(firstWork)];
  return new Set<object>([setup, program, distributions, journeyKeys, ...columns]);
}
