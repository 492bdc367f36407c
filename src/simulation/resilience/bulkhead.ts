/** Bounds the calls in flight over one guard; a bounded number may wait for their turn, in order. */
import type { EngineState } from '../engine/engine-state';
import { TaskState } from '../engine/task-state';
import { TraceStep } from '../measurement/trace-log';
import type { CallGuard } from './call-guard';

export const BulkheadEntry = { entered: 0, waits: 1, isFull: 2 } as const;

/** A call asks for its place: one of BulkheadEntry. One that waits goes on when `leaveBulkhead` lets it. */
export function enterBulkhead(s: EngineState, caller: number, guard: CallGuard): number {
  const { policy } = guard;
  if (guard.inFlight < policy.bulkheadConcurrentMax) {
    guard.inFlight++;
    return BulkheadEntry.entered;
  }
  if (guard.waitingCount >= policy.bulkheadWaitingMax) return BulkheadEntry.isFull;
  s.trace?.note(s, caller, TraceStep.bulkheadQueue);
  s.state[caller] = TaskState.bulkheadQueued;
  s.next[caller] = -1;
  if (guard.waitingTail >= 0) s.next[guard.waitingTail] = caller;
  else guard.waitingHead = caller;
  guard.waitingTail = caller;
  guard.waitingCount++;
  return BulkheadEntry.waits;
}

/** A call is over: the next one that waits takes its place. */
export function leaveBulkhead(s: EngineState, guard: CallGuard): void {
  const waiting = guard.waitingHead;
  // After a switch to a smaller bulkhead more may be in flight than it lets in.
  if (waiting < 0 || guard.inFlight > guard.policy.bulkheadConcurrentMax) {
    guard.inFlight--;
    return;
  }
  guard.waitingHead = s.next[waiting];
  if (guard.waitingHead < 0) guard.waitingTail = -1;
  guard.waitingCount--;
  s.state[waiting] = TaskState.ready;
  s.makeReady(waiting);
}

/** Takes a cancelled call out of the ranks of those that wait. */
export function leaveBulkheadQueue(s: EngineState, task: number, guard: CallGuard): void {
  let previous = -1;
  for (let cursor = guard.waitingHead; cursor >= 0; cursor = s.next[cursor]) {
    if (cursor === task) {
      if (previous < 0) guard.waitingHead = s.next[task];
      else s.next[previous] = s.next[task];
      if (guard.waitingTail === task) guard.waitingTail = previous;
      guard.waitingCount--;
      return;
    }
    previous = cursor;
  }
}
