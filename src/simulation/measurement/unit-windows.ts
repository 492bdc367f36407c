/** One row per closed window and unit, for the charts of a unit; see `DeploymentFrame.unitWindows`. */
import type { EngineState } from '../engine/engine-state';
import { WindowField, windowFieldCount, windowMs } from '../frame';
import { areaSince, type CapacityMark, type ShownIntegral } from './capacity';
import { UnitCount, unitCountColumns } from './count-columns';
import type { RecentCounts } from './recent-counts';
import type { RecentLatency } from './recent-latency';
import { Integral } from './unit-totals';

/** What of the units is counted in the open window. */
export interface UnitCounts {
  units: RecentCounts;
  unitLatency: readonly RecentLatency[];
}

/** Appends the rows of the window that ends at `endMs`, unit by unit. */
export function addUnitRows(
  s: EngineState,
  { units, unitLatency }: UnitCounts,
  beginning: CapacityMark,
  endMs: number,
  rows: number[],
): void {
  s.setup.units.forEach((settings, unit) => {
    const row = new Array<number>(windowFieldCount).fill(0);
    const counts = unit * unitCountColumns;
    const ended = units.inWindow(counts + UnitCount.answered);
    const failed = units.inWindow(counts + UnitCount.failed);
    const latency = unitLatency[unit].window;
    row[WindowField.startMs] = endMs - windowMs;
    // What came in a window is not counted; what ended is.
    row[WindowField.arrivals] = Number.NaN;
    row[WindowField.ok] = ended - failed;
    row[WindowField.failed] = failed;
    row[WindowField.msP50] = latency.quantile(0.5);
    row[WindowField.msP95] = latency.quantile(0.95);
    row[WindowField.msP99] = latency.quantile(0.99);
    row[WindowField.coreUtilizationMax] = Number.NaN;
    row[WindowField.slotUtilizationMax] = Number.NaN;
    if (!settings.isUnlimited) {
      const area = (integral: ShownIntegral) => areaSince(s, beginning, unit, integral, endMs);
      const paid = s.unitTotals.value(unit, Integral.replicasPaid);
      row[WindowField.usdPerHour] = paid * settings.usdPerReplicaHour;
      row[WindowField.coresBusyMs] = area(Integral.coresBusy);
      row[WindowField.coresReadyMs] = area(Integral.coresReady);
      row[WindowField.slotsBusyMs] = area(Integral.slotsBusy);
      row[WindowField.slotsReadyMs] = area(Integral.slotsReady);
      row[WindowField.slotQueueMs] = area(Integral.slotQueue);
      row[WindowField.readyReplicas] = s.unitTotals.value(unit, Integral.replicasReady);
    }
    rows.push(...row);
  });
}
