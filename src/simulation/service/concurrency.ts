import type { EngineState } from '../engine/engine-state';
import { Integral } from '../measurement/unit-totals';
import { serves } from './replicas';
import { fillSlots } from './slots';

/** Changes the slots per replica; visits beyond a lower number stay until they are done. */
export function setConcurrency(s: EngineState, unit: number, concurrency: number): void {
  if (s.setup.units[unit].isUnlimited) return;
  const change = concurrency - s.concurrency[unit];
  s.concurrency[unit] = concurrency;
  for (const replica of s.unitReplicas[unit]) {
    if (serves(s, replica)) s.unitTotals.add(unit, Integral.slotsReady, change, s.nowMs);
    s.slotsFree[replica] += change;
    s.observation?.slots.resize(replica, concurrency);
    fillSlots(s, replica);
  }
}
