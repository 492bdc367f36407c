/** How a unit is doing, in one word. The first that applies, worst first. */
import type { Fault } from '../simulation/command';
import { UnitField, unitFieldCount } from '../simulation/frame';

export type UnitStatus =
  /** No replica answers. */
  | 'down'
  /** None answers yet, some are on their way. */
  | 'starting'
  /** Every slot is taken and requests wait at the door. */
  | 'saturated'
  /** A fault makes it slow. */
  | 'slow'
  /** A fault, or something that it needs, makes part of its answers fail. */
  | 'errors'
  /** Cores or slots are nearly used up. */
  | 'busy'
  | 'fine';

const fullUtilization = 0.97;
/** So many at the door of full slots are no burst, though the recent time was mostly fine: a share of the slots … */
const crowdShare = 0.25;
/** … and at least so many. */
const crowdMin = 8;
const busyUtilization = 0.85;
/** Failures above this share of the recent answers show. */
const failureRateShown = 0.02;

/** `units` are the rows of a deployment's frame, `null` before the first one. */
export function unitStatusOf(
  units: Float64Array | null,
  unitIndex: number,
  isExternal: boolean,
  faults: readonly Fault[],
): UnitStatus {
  const isStruckBy = (kind: Fault['kind']) => faults.some((fault) => fault.kind === kind);
  if (isStruckBy('crash')) return 'down';
  const field = (index: number) => units?.[unitIndex * unitFieldCount + index] ?? 0;
  if (units !== null && !isExternal) {
    if (field(UnitField.readyReplicas) === 0) {
      return field(UnitField.replicaCount) > 0 ? 'starting' : 'down';
    }
    const waiting = field(UnitField.slotQueueLength);
    const slots = field(UnitField.slotsTotal);
    const isCrowded =
      field(UnitField.slotsBusy) >= slots && waiting >= Math.max(crowdMin, slots * crowdShare);
    const isFull = field(UnitField.slotUtilization) >= fullUtilization;
    if (isCrowded || (isFull && waiting > 0)) return 'saturated';
  }
  if (isStruckBy('slow')) return 'slow';
  if (isStruckBy('errors') || field(UnitField.failureRate) > failureRateShown) return 'errors';
  if (isExternal) return 'fine';
  const utilization = Math.max(field(UnitField.coreUtilization), field(UnitField.slotUtilization));
  return utilization >= busyUtilization ? 'busy' : 'fine';
}
