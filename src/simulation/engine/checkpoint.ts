import { DeepCopy } from './deep-copy';
import { EngineState } from './engine-state';

/** A run at an instant: everything it knows, copied out. Belongs to its simulation and that one's forks. */
export interface Checkpoint {
  readonly timeMs: number;
  readonly events: number;
  readonly state: EngineState;
  readonly nextBoundaryMs: number;
  readonly isMeasuring: boolean;
}

/** A copy that shares nothing with the original but its unchanging setup. */
export function copyState(s: EngineState): EngineState {
  const copier = new DeepCopy(new Set([s.setup]));
  // Made by its constructor and not key by key: engines read such an object faster.
  const copy = new EngineState(s.setup, s.policies, s.arrivals, s.observation);
  const columns = copy as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(s)) columns[key] = copier.copy(value);
  return copy;
}
