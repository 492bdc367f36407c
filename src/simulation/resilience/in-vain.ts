import type { EngineState } from '../engine/engine-state';
import { visitOf } from '../service/visits';
import { isAwaited } from './calls';

/** Whether somewhere up the chain of callers nobody waits any more. */
export function isInVain(s: EngineState, visit: number): boolean {
  let task = visit;
  while (isAwaited(s, task)) {
    if (s.caller[task] < 0) return false;
    task = visitOf(s, s.caller[task]);
  }
  return true;
}
