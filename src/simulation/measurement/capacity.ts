/** What of the units is in use over a stretch of time, and who waits for it, from the integrals of the units. */
import type { EngineState } from '../engine/engine-state';
import { WindowField } from '../frame';
import { Integral } from './unit-totals';

/** Integrals that a watcher is shown. */
const shownIntegrals = [
  Integral.slotsBusy,
  Integral.slotsReady,
  Integral.coresBusy,
  Integral.coresReady,
  Integral.slotQueue,
] as const;

export type ShownIntegral = (typeof shownIntegrals)[number];

/** The shown integrals of all units up to an instant, to be compared with later ones. */
export interface CapacityMark {
  timeMs: number;
  /** `unit × shownIntegrals + integral`. */
  areas: Float64Array;
}

export function firstMark(unitCount: number): CapacityMark {
  return { timeMs: 0, areas: new Float64Array(unitCount * shownIntegrals.length) };
}

export function markAt(s: EngineState, timeMs: number): CapacityMark {
  const { unitCount } = s.program;
  const mark = firstMark(unitCount);
  for (let unit = 0; unit < unitCount; unit++) {
    shownIntegrals.forEach((integral, column) => {
      mark.areas[unit * shownIntegrals.length + column] = s.unitTotals.upTo(unit, integral, timeMs);
    });
  }
  return { ...mark, timeMs };
}

/** An integral of a unit from a mark to an instant. */
export function areaSince(
  s: EngineState,
  mark: CapacityMark,
  unit: number,
  integral: ShownIntegral,
  timeMs: number,
): number {
  const at = unit * shownIntegrals.length + shownIntegrals.indexOf(integral);
  return s.unitTotals.upTo(unit, integral, timeMs) - mark.areas[at];
}

/** Fills in a window's row what holds for the deployment's own units from its beginning to its end. */
export function addCapacity(
  s: EngineState,
  beginning: CapacityMark,
  endMs: number,
  row: number[],
): void {
  row[WindowField.coreUtilizationMax] = Number.NaN;
  row[WindowField.slotUtilizationMax] = Number.NaN;
  s.setup.units.forEach(({ isUnlimited }, unit) => {
    if (isUnlimited) return;
    const area = (integral: ShownIntegral) => areaSince(s, beginning, unit, integral, endMs);
    const coresBusyMs = area(Integral.coresBusy);
    const coresReadyMs = area(Integral.coresReady);
    const slotsBusyMs = area(Integral.slotsBusy);
    const slotsReadyMs = area(Integral.slotsReady);
    row[WindowField.coresBusyMs] += coresBusyMs;
    row[WindowField.coresReadyMs] += coresReadyMs;
    row[WindowField.slotsBusyMs] += slotsBusyMs;
    row[WindowField.slotsReadyMs] += slotsReadyMs;
    row[WindowField.slotQueueMs] += area(Integral.slotQueue);
    row[WindowField.readyReplicas] += s.unitTotals.value(unit, Integral.replicasReady);
    raise(row, WindowField.coreUtilizationMax, coresBusyMs, coresReadyMs);
    raise(row, WindowField.slotUtilizationMax, slotsBusyMs, slotsReadyMs);
  });
}

/** Keeps the larger share; what was not ready has none. */
function raise(row: number[], field: number, busyMs: number, readyMs: number): void {
  if (readyMs > 0 && !(row[field] >= busyMs / readyMs)) row[field] = busyMs / readyMs;
}
