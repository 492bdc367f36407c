import type { EngineState } from '../engine/engine-state';
import { ReplicaState } from '../frame';
import { Integral } from '../measurement/unit-totals';
import { fillSlots } from './slots';

/** Changes the slots per replica; visits beyond a lower number stay until they are done. */
export function setConcurrency(s: EngineState, unit: number, concurrency: number): void {
  if (s.setup.units[unit].isUnlimited) return;
  const change = concurrency - s.concurrency[unit];
  const ready = s.unitTotals.value(unit, Integral.replicasReady);
  s.concurrency[unit] = concurrency;
  s.unitTotals.add(unit, Integral.slotsReady, change * ready, s.nowMs);
  for (const replica of s.unitReplicas[unit]) {
    s.slotsFree[replica] += change;
    s.observation?.slots.resize(replica, concurrency);
    if (s.replicaState[replica] === ReplicaState.ready) fillSlots(s, replica);
  }
}
