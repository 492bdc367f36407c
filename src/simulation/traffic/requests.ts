import type { EngineState } from '../engine/engine-state';
import { TaskFlag, TaskState } from '../engine/task-state';
import { arriveAtUnit } from '../service/visits';

/** A customer's request arrives now at its journey's entry. */
export function newRequest(
  s: EngineState,
  journey: number,
  number: number,
  customer: number,
): void {
  const task = s.allocateTask();
  s.journey[task] = journey;
  s.number[task] = number;
  s.attempt[task] = 0;
  s.entry[task] = journey;
  s.pc[task] = s.entryPc[journey];
  s.bornMs[task] = s.nowMs;
  // A customer's own request has no call that it belongs to; the place names the customer.
  if (s.hasCalls) s.callerCall[task] = customer;
  s.state[task] = TaskState.inFlight;
  if (s.nowMs >= s.warmupMs) {
    s.flags[task] = TaskFlag.counted;
    s.journeyTotals.arrivals[journey]++;
  } else {
    s.flags[task] = 0;
  }
  s.trace?.requestArrived(s, task);
  s.requests?.arrived(journey, number, s.nowMs);
  s.windows?.requestArrived();
  s.observation?.requestArrived(s, task, s.entryEdge[journey]);
  arriveAtUnit(s, task);
}
